package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import java.util.Optional;

/// Adds and removes rows of tables.
final class TableRows {
  private TableRows() {}

  /// Cells below make room where they are not empty, and only those below the table.
  static Outcome add(Workbook base, Edit.AddTableRows add, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, add.table());
    refuseFiltered(table);
    int bodyRows = table.bodyRows();
    int index = add.index().orElse(bodyRows);
    int count = add.values().rows();
    if (index < 0 || index > bodyRows) {
      throw new WorkbookFault.NotFound("table row", Integer.toString(index));
    }
    Area area = table.area();
    if (area.lastRow() + (long) count >= Grid.ROWS) {
      throw new WorkbookFault.TooLarge("The worksheet has no room for %d rows.".formatted(count));
    }
    int first = area.firstRow() + (table.showHeaders() ? 1 : 0) + index;
    var fresh = new Area(first, area.firstColumn(), first + count - 1, area.lastColumn());
    boolean isInside = first <= area.lastRow();
    boolean moves = isInside || !TableChanges.isBlank(base, table.sheet(), fresh);
    Workbook roomy = moves ? TableChanges.inserted(base, table.sheet(), fresh, environment) : base;
    Table grown =
        table.over(
            new Area(
                area.firstRow(), area.firstColumn(), area.lastRow() + count, area.lastColumn()),
            table.showTotals(),
            table.columns());
    Workbook defined =
        TableChanges.defined(
                roomy,
                TableChanges.replacing(roomy, grown),
                editor -> fill(editor, grown, fresh, index == 0 ? fresh.lastRow() + 1 : first - 1),
                environment)
            .workbook();
    var write =
        new Edit.WriteCells(table.sheet(), fresh, Optional.empty(), Optional.of(add.values()));
    return CellWriting.apply(defined, write, environment);
  }

  /// Gives new cells the look of a row beside them, and the formulas of calculated columns.
  ///
  /// @param beside a row of the body, if there is one there
  private static void fill(ModelEditor editor, Table table, Area fresh, int beside) {
    Area body = table.body().orElse(fresh);
    if (beside < body.firstRow() || beside > body.lastRow()) {
      return;
    }
    for (int column = fresh.firstColumn(); column <= fresh.lastColumn(); column++) {
      int style = editor.style(table.sheet(), beside, column);
      Optional<Template> formula = calculated(editor, table, body, fresh, column);
      for (int row = fresh.firstRow(); row <= fresh.lastRow(); row++) {
        if (style != SheetCells.NO_STYLE) {
          editor.setStyle(table.sheet(), row, column, style);
        }
        if (formula.isPresent()) {
          editor.setFormula(table.sheet(), row, column, formula.get());
        }
      }
    }
  }

  /// The formula of a column that has the same one, seen from each row, from its first row to its
  /// last.
  private static Optional<Template> calculated(
      ModelEditor editor, Table table, Area body, Area fresh, int column) {
    int top = fresh.firstRow() == body.firstRow() ? fresh.lastRow() + 1 : body.firstRow();
    int bottom = fresh.lastRow() == body.lastRow() ? fresh.firstRow() - 1 : body.lastRow();
    Optional<Template> first = editor.formula(table.sheet(), top, column);
    return first.filter(
        template -> editor.formula(table.sheet(), bottom, column).equals(Optional.of(template)));
  }

  static Outcome delete(
      Workbook base, Edit.DeleteTableRow delete, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, delete.table());
    refuseFiltered(table);
    if (delete.index() < 0 || delete.index() >= table.bodyRows()) {
      throw new WorkbookFault.NotFound("table row", Integer.toString(delete.index()));
    }
    Area area = table.area();
    int row = area.firstRow() + (table.showHeaders() ? 1 : 0) + delete.index();
    var gone = new Area(row, area.firstColumn(), row, area.lastColumn());
    if (table.bodyRows() == 1) {
      var clear = new Edit.ClearCells(table.sheet(), gone, ClearScope.CONTENTS);
      return CellWriting.apply(base, clear, environment);
    }
    if (!table.showHeaders() && delete.index() == 0) {
      return firstOfHeadless(base, table, gone, environment);
    }
    return CellShifting.apply(
        base, table.sheet(), new Shift(Shift.Kind.DELETE_UP, gone), environment);
  }

  /// Moves say nothing of a first row without a header: the table begins where it began.
  private static Outcome firstOfHeadless(
      Workbook base, Table table, Area gone, CalculationEnvironment environment) {
    Area area = table.area();
    Workbook closed =
        CellShifting.apply(base, table.sheet(), new Shift(Shift.Kind.DELETE_UP, gone), environment)
            .workbook();
    Table shorter =
        table.over(
            new Area(area.firstRow(), area.firstColumn(), area.lastRow() - 1, area.lastColumn()),
            table.showTotals(),
            table.columns());
    return TableChanges.defined(
        closed, TableChanges.replacing(closed, shorter), _ -> {}, environment);
  }

  static void refuseFiltered(Table table) {
    if (!table.filters().isEmpty()) {
      throw new WorkbookFault.Filtered(table.name());
    }
  }
}
