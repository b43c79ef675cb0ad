package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.Arrays;
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
    Workbook noted = SortedComments.of(base, sheet, range, sort.byColumns(), places, order);
    ModelEditor editor = noted.model().edit(noted.contents(), environment);
    for (int at = 0; at < places.length; at++) {
      if (order[at] != places[at]) {
        move(editor, order[at], places[at]);
      }
    }
    if (base.calculationMode() != CalculationMode.MANUAL) {
      return Change.outcome(noted, editor.finish(), noted.styleTable());
    }
    var awaiting = new ArrayList<>(base.awaiting());
    awaiting.add(new Workbook.WrittenArea(sheet.key(), moved));
    return new Outcome(noted.with(editor.leave().model(), noted.styleTable(), awaiting), List.of());
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
    Arrays.sort(
        order,
        new LineOrder(base, sheet.key(), range, sort.byColumns(), sort.matchCase())
            .of(sort.keys()));
    return order;
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
