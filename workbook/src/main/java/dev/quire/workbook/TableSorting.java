package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Sorts the bodies of tables. Cells keep their look, and formulas are moved as if copied: what
/// they read is told from where they are. Rows that are hidden, by a filter or otherwise, stay
/// where they are, as in `RangeSorting`: otherwise a filter would show what it does not let
/// through.
final class TableSorting {
  private TableSorting() {}

  static Outcome apply(Workbook base, Edit.SortTable sort, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, sort.table());
    Workbook noted =
        base.with(
            base.contents().withTables(TableChanges.replacing(base, table.sorted(sort.sort()))),
            base.model());
    Optional<Area> body = table.body();
    if (sort.sort().isEmpty() || body.isEmpty()) {
      return new Outcome(noted, List.of());
    }
    Area area = body.get();
    boolean hasArray =
        base.cells(table.sheet()).arrays().stream().anyMatch(each -> each.area().intersects(area));
    if (hasArray) {
      throw new WorkbookFault.PartOfArray(A1.print(area));
    }
    Worksheet sheet = CellFormatting.existing(noted, table.sheet());
    int[] places = places(sheet.layout(), area);
    Integer[] order = order(base, table.sheet(), area, places, sort.sort().get());
    noted = SortedComments.of(noted, sheet, area, false, places, order);
    ModelEditor editor = noted.model().edit(noted.contents(), environment);
    move(editor, base.cells(table.sheet()), sheet.key(), area, places, order);
    return noted.calculationMode() == CalculationMode.MANUAL
        ? new Outcome(noted.with(noted.contents(), editor.leave().model()), List.of())
        : Change.outcome(noted, editor.finish(), noted.styleTable());
  }

  /// The rows that are shown, in the order of the sheet.
  private static int[] places(SheetLayout layout, Area body) {
    return IntStream.rangeClosed(body.firstRow(), body.lastRow())
        .filter(row -> !layout.isRowHidden(row))
        .toArray();
  }

  /// The row of the sheet that comes to each place.
  private static Integer[] order(
      Workbook book, int sheet, Area body, int[] places, TableSort sort) {
    Integer[] order = Arrays.stream(places).boxed().toArray(Integer[]::new);
    Arrays.sort(order, new LineOrder(book, sheet, body, false, sort.matchCase()).of(sort.keys()));
    return order;
  }

  private static void move(
      ModelEditor editor, SheetCells cells, int sheet, Area area, int[] places, Integer[] order) {
    for (int at = 0; at < order.length; at++) {
      int from = order[at];
      int to = places[at];
      for (int column = area.firstColumn(); from != to && column <= area.lastColumn(); column++) {
        Optional<Template> formula = cells.formula(from, column);
        if (formula.isPresent()) {
          editor.setFormula(sheet, to, column, formula.get());
        } else {
          editor.setConstant(sheet, to, column, cells.value(from, column));
        }
        editor.setStyle(sheet, to, column, cells.style(from, column));
      }
    }
  }
}
