package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.pivot.CacheItem;
import dev.quire.workbook.pivot.CacheReading;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotObstacle;
import dev.quire.workbook.pivot.PivotSource;
import dev.quire.workbook.pivot.PivotTable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Finds and reads the cells that pivot tables are made from.
final class PivotSources {
  /// Cells that one source may have, so that a refresh stays within memory.
  private static final long MOST_CELLS = 20_000_000;

  private final Workbook book;
  private final Map<String, Boolean> dates = new HashMap<>();

  PivotSources(Workbook book) {
    this.book = book;
  }

  /// Worksheets whose pivot tables follow cells that have moved on the worksheet of their source.
  static List<Worksheet> shifted(List<Worksheet> worksheets, SheetShift shift) {
    return worksheets.stream()
        .map(each ->
            each.regions().pivots().isEmpty()
                ? each
                : each.laidOut(each.layout(), each.regions().pivoted(pivot -> moved(pivot, shift))))
        .toList();
  }

  /// Worksheets whose pivot tables follow a table that is called otherwise.
  static List<Worksheet> renamed(List<Worksheet> worksheets, String table, String now) {
    return worksheets.stream()
        .map(each ->
            each.regions().pivots().isEmpty()
                ? each
                : each.laidOut(
                    each.layout(), each.regions().pivoted(pivot -> renamed(pivot, table, now))))
        .toList();
  }

  private static PivotTable renamed(PivotTable pivot, String table, String now) {
    boolean concerned =
        pivot.cache().source() instanceof PivotSource.Named(String name)
            && SheetNames.same(name, table);
    return concerned ? pivot.with(pivot.cache().from(new PivotSource.Named(now))) : pivot;
  }

  private static PivotTable moved(PivotTable pivot, SheetShift shift) {
    if (!(pivot.cache().source() instanceof PivotSource.Cells(int sheet, Area area))
        || sheet != shift.sheet()) {
      return pivot;
    }
    PivotSource moved =
        shift
            .shift()
            .reference(area)
            .<PivotSource>map(to -> new PivotSource.Cells(sheet, to))
            .orElseGet(() -> new PivotSource.Elsewhere("its source was deleted"));
    return pivot.with(pivot.cache().from(moved));
  }

  /// Reads a source again.
  ///
  /// @param numbered fields on axes
  /// @param asker key of the worksheet that names it
  /// @throws PivotObstacle when there is none, or not the one of before
  PivotCache read(PivotCache cache, Set<Integer> numbered, int asker, LocalDateTime at) {
    Workbook.Place place = place(cache.source(), asker);
    Area area = trimmed(place);
    if (area.cells() > MOST_CELLS) {
      throw new PivotObstacle("its source has more than %d cells".formatted(MOST_CELLS));
    }
    SheetCells cells = book.cells(place.sheet());
    return CacheReading.read(
        cache,
        numbered,
        headings(place.sheet(), area),
        area.rows() - 1,
        (row, column) ->
            item(place.sheet(), cells, area.firstRow() + 1 + row, area.firstColumn() + column),
        book.date1904(),
        at);
  }

  private Workbook.Place place(PivotSource source, int asker) {
    return switch (source) {
      case PivotSource.Cells(int sheet, Area area) when book.worksheet(sheet).isPresent() ->
          new Workbook.Place(sheet, area);
      case PivotSource.Cells _ -> throw new PivotObstacle("its source was deleted");
      case PivotSource.Named(String name) -> named(name, asker);
      case PivotSource.Elsewhere(String what) -> throw new PivotObstacle(what);
    };
  }

  private Workbook.Place named(String name, int asker) {
    return book.contents()
        .tableNamed(name)
        .map(table -> new Workbook.Place(table.sheet(), withoutTotals(table)))
        .or(() -> book.findName(OptionalInt.of(asker), name).flatMap(book::place))
        .orElseThrow(() -> new PivotObstacle("there is no table or range '" + name + "'"));
  }

  private static Area withoutTotals(Table table) {
    Area all = table.area();
    return table.showTotals()
        ? new Area(all.firstRow(), all.firstColumn(), all.lastRow() - 1, all.lastColumn())
        : all;
  }

  /// Whole columns end one row below the last that is used: that row stands for all the empty ones
  /// (O).
  private Area trimmed(Workbook.Place place) {
    Area area = place.area();
    if (area.lastRow() < Grid.ROWS - 1) {
      return area;
    }
    int used =
        book.cells(place.sheet()).usedWithin(area, true).map(Area::lastRow).orElse(area.firstRow());
    return new Area(
        area.firstRow(), area.firstColumn(), Math.min(used + 1, area.lastRow()), area.lastColumn());
  }

  /// Names that occur again get a number (O).
  private List<String> headings(int sheet, Area area) {
    var headings = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      String heading = book.text(sheet, area.firstRow(), column);
      if (heading.isBlank()) {
        throw new PivotObstacle("a column of its source has no heading");
      }
      String name = heading;
      for (int number = 2; !taken.add(name.strip().toLowerCase(Locale.ROOT)); number++) {
        name = heading + number;
      }
      headings.add(name);
    }
    return headings;
  }

  private CacheItem item(int sheet, SheetCells cells, int row, int column) {
    Scalar value = cells.value(row, column);
    if (value == BlankValue.BLANK || !(value instanceof NumberValue)) {
      return new CacheItem(value, false);
    }
    String format = book.style(sheet, row, column).numberFormat();
    return new CacheItem(
        value,
        dates.computeIfAbsent(format, code -> book.shared().formats().format(code).isDate()));
  }
}
