package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Puts the rows or columns of a range in order. Cells keep their look, and formulas are moved as
/// if copied. Hidden lines stay where they are, as in Excel (D: "Hidden columns or rows aren't
/// moved").
final class RangeSorting {
  private static final long MOST_CELLS = 5_000_000;

  private final Workbook base;
  private final Worksheet sheet;
  private final RangeSort sort;
  private final Area range;
  private final Area moved;
  private final SheetCells cells;

  private RangeSorting(Workbook base, Edit.SortRange edit, Area moved) {
    this.base = base;
    this.sheet = CellFormatting.existing(base, edit.sheet());
    this.sort = edit.sort();
    this.range = edit.area();
    this.moved = moved;
    this.cells = base.cells(edit.sheet());
  }

  static Outcome apply(Workbook base, Edit.SortRange edit, CalculationEnvironment environment) {
    CellFormatting.existing(base, edit.sheet());
    Optional<Area> moved = moved(base, edit);
    return moved.isEmpty()
        ? new Outcome(base, List.of())
        : new RangeSorting(base, edit, moved.get()).run(environment);
  }

  /// The lines to put in order, as far as anything is in them; what is empty would come last.
  private static Optional<Area> moved(Workbook base, Edit.SortRange edit) {
    Area area = edit.area();
    int headers = edit.sort().hasHeaders() ? 1 : 0;
    int firstRow = area.firstRow() + (edit.sort().byColumns() ? 0 : headers);
    int firstColumn = area.firstColumn() + (edit.sort().byColumns() ? headers : 0);
    if (firstRow > area.lastRow() || firstColumn > area.lastColumn()) {
      return Optional.empty();
    }
    var sorted = new Area(firstRow, firstColumn, area.lastRow(), area.lastColumn());
    return base.cells(edit.sheet())
        .usedWithin(sorted, false)
        .map(used -> new Area(firstRow, firstColumn, used.lastRow(), used.lastColumn()));
  }

  private Outcome run(CalculationEnvironment environment) {
    check();
    int[] places = places();
    Integer[] order = order(places);
    ModelEditor editor = base.model().edit(base.contents(), environment);
    for (int at = 0; at < places.length; at++) {
      if (order[at] != places[at]) {
        move(editor, order[at], places[at]);
      }
    }
    if (base.calculationMode() != CalculationMode.MANUAL) {
      return Change.outcome(base, editor.finish(), base.styleTable());
    }
    var awaiting = new ArrayList<>(base.awaiting());
    awaiting.add(new Workbook.WrittenArea(sheet.key(), moved));
    return new Outcome(base.with(editor.leave().model(), base.styleTable(), awaiting), List.of());
  }

  private void check() {
    if (moved.cells() > MOST_CELLS) {
      throw new WorkbookFault.TooLarge(
          "%,d cells are to be sorted; at most %,d can be.".formatted(moved.cells(), MOST_CELLS));
    }
    for (Area each : sheet.regions().merged()) {
      refuse(each, "has merged cells in " + A1.print(each));
    }
    for (Area each : sheet.regions().locked()) {
      refuse(each, "has a pivot table or data table in " + A1.print(each));
    }
    cells.arrays().stream()
        .filter(each -> each.area().intersects(moved))
        .findFirst()
        .ifPresent(each -> {
          throw new WorkbookFault.PartOfArray(A1.print(each.area()));
        });
    base.tables().stream()
        .filter(each -> each.sheet() == sheet.key() && each.area().intersects(moved))
        .filter(each -> each.body().filter(body -> body.contains(moved)).isEmpty())
        .forEach(each -> refuse(each.area(), "reaches beyond the rows of table " + each.name()));
  }

  private void refuse(Area area, String why) {
    if (area.intersects(moved)) {
      throw new WorkbookFault.Conflict(
          "%s cannot be sorted: it %s."
              .formatted(base.addressOf(sheet.key(), A1.print(range)), why));
    }
  }

  /// The rows or columns that are shown, in the order of the sheet.
  private int[] places() {
    SheetLayout layout = sheet.layout();
    return sort.byColumns()
        ? IntStream.rangeClosed(moved.firstColumn(), moved.lastColumn())
            .filter(column -> !layout.isColumnHidden(column))
            .toArray()
        : IntStream.rangeClosed(moved.firstRow(), moved.lastRow())
            .filter(row -> !layout.isRowHidden(row))
            .toArray();
  }

  /// The line that comes to each place.
  private Integer[] order(int[] places) {
    Integer[] order = Arrays.stream(places).boxed().toArray(Integer[]::new);
    Comparator<Integer> all = (_, _) -> 0;
    for (RangeSort.Key key : sort.keys()) {
      all = all.thenComparing(comparing(key));
    }
    Arrays.sort(order, all);
    return order;
  }

  private Comparator<Integer> comparing(RangeSort.Key key) {
    return switch (key.on()) {
      case RangeSort.On.Content(boolean textAsNumbers) -> {
        var values = new SortValues(sort.matchCase(), textAsNumbers);
        yield (one, other) ->
            values.compare(
                base.value(sheet.key(), row(one, key), column(one, key)),
                base.value(sheet.key(), row(other, key), column(other, key)),
                key.ascending());
      }
      case RangeSort.On.CellColor(Color color) ->
          first(line -> CellColors.fill(style(line, key)).equals(color), key.ascending());
      case RangeSort.On.FontColor(Color color) ->
          first(line -> CellColors.font(style(line, key)).equals(color), key.ascending());
    };
  }

  private static Comparator<Integer> first(
      java.util.function.Predicate<Integer> chosen, boolean ascending) {
    Comparator<Integer> last = Comparator.comparing(chosen::test);
    return ascending ? last.reversed() : last;
  }

  private CellStyle style(int line, RangeSort.Key key) {
    return base.style(sheet.key(), row(line, key), column(line, key));
  }

  private int row(int line, RangeSort.Key key) {
    return sort.byColumns() ? range.firstRow() + key.offset() : line;
  }

  private int column(int line, RangeSort.Key key) {
    return sort.byColumns() ? line : range.firstColumn() + key.offset();
  }

  private void move(ModelEditor editor, int from, int to) {
    if (sort.byColumns()) {
      for (int row = moved.firstRow(); row <= moved.lastRow(); row++) {
        copy(editor, row, from, row, to);
      }
    } else {
      for (int column = moved.firstColumn(); column <= moved.lastColumn(); column++) {
        copy(editor, from, column, to, column);
      }
    }
  }

  private void copy(ModelEditor editor, int fromRow, int fromColumn, int row, int column) {
    Optional<Template> formula = cells.formula(fromRow, fromColumn);
    if (formula.isPresent()) {
      editor.setFormula(sheet.key(), row, column, formula.get());
    } else {
      editor.setConstant(sheet.key(), row, column, cells.value(fromRow, fromColumn));
    }
    editor.setStyle(sheet.key(), row, column, cells.style(fromRow, fromColumn));
  }
}
