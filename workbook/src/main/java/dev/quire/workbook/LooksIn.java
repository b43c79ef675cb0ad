package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Area;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Finds the styles of an area without looking at each of its cells where they are whole columns.
final class LooksIn {
  private final Workbook workbook;
  private final SheetCells cells;
  private final SheetLayout layout;
  private final Area area;
  private final Set<Integer> numbers = new LinkedHashSet<>();

  private LooksIn(Workbook workbook, int sheet, Area area) {
    this.workbook = workbook;
    this.cells = workbook.cells(sheet);
    this.layout = workbook.layout(sheet);
    this.area = area;
  }

  /// The styles of all cells, those that do not exist included.
  static Set<CellStyle> of(Workbook workbook, int sheet, Area area) {
    return new LooksIn(workbook, sheet, area).find();
  }

  private Set<CellStyle> find() {
    Optional<Area> used = cells.usedWithin(area, false);
    used.ifPresent(this::own);
    if (used.isEmpty() || used.get().cells() < area.cells()) {
      inherited();
    }
    var styles = new LinkedHashSet<CellStyle>();
    numbers.forEach(number -> styles.add(workbook.styleTable().at(number)));
    return styles;
  }

  private void own(Area used) {
    for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
      int last = SheetCells.NO_STYLE - 1;
      for (int row = used.firstRow(); row <= used.lastRow(); row++) {
        int own = cells.style(row, column);
        int style = own != SheetCells.NO_STYLE ? own : layout.style(row, column);
        if (style != last) {
          numbers.add(style);
          last = style;
        }
      }
    }
  }

  /// The styles of rows and columns that reach into the area.
  private void inherited() {
    var styledRows = new HashSet<Integer>();
    for (RowSetting row : layout.rows().values()) {
      if (row.style() != SheetCells.NO_STYLE
          && row.row() >= area.firstRow()
          && row.row() <= area.lastRow()) {
        numbers.add(row.style());
        styledRows.add(row.row());
      }
    }
    if (styledRows.size() == area.rows()) {
      return;
    }
    int next = area.firstColumn();
    for (ColumnSpan span : layout.columns()) {
      if (span.last() >= area.firstColumn() && span.first() <= area.lastColumn()) {
        numbers.add(span.style());
        if (span.first() > next) {
          numbers.add(SheetCells.NO_STYLE);
        }
        next = span.last() + 1;
      }
    }
    if (next <= area.lastColumn()) {
      numbers.add(SheetCells.NO_STYLE);
    }
  }
}
