package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.Moves;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Moves the columns of filters, also those that only one view has. They are told by their distance
/// from the first column of the filter around them.
final class FilterColumns {
  private static final Set<String> FILTERS = Set.of("autoFilter", "nsvFilter");
  private static final Set<String> COLUMNS =
      Set.of("filterColumn", "columnFilter", "filter", "sortRule");

  private final SliceEdits edits;
  private final Moves moves;
  private final OptionalInt sheet;
  private Optional<Area> before = Optional.empty();
  private Optional<Area> after = Optional.empty();

  FilterColumns(SliceEdits edits, Moves moves, OptionalInt sheet) {
    this.edits = edits;
    this.moves = moves;
    this.sheet = sheet;
  }

  /// Moves what an element says of a column, if it does.
  ///
  /// @return whether it stays: false for a column that is gone
  boolean visit(XmlElement element) {
    if (sheet.isPresent() && FILTERS.contains(element.name())) {
      before = element.attribute("ref").flatMap(A1::parse);
      after = before.flatMap(area -> moves.headed(sheet.getAsInt(), area));
    }
    int column = element.number("colId", -1);
    boolean follows =
        column >= 0
            && COLUMNS.contains(element.name())
            && after.filter(now -> now.columns() != before.orElseThrow().columns()).isPresent();
    return !follows || column(element, column);
  }

  private boolean column(XmlElement element, int column) {
    Area was = before.orElseThrow();
    Optional<Area> cell =
        moves.cell(sheet.getAsInt(), Area.cell(was.firstRow(), was.firstColumn() + column));
    int now = cell.map(each -> each.firstColumn() - after.orElseThrow().firstColumn()).orElse(-1);
    if (now >= 0 && now != column) {
      edits.setAttribute(element, "colId", Integer.toString(now));
    }
    return now >= 0;
  }
}
