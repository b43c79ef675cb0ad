package dev.quire.workbook;

import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;

/// Shows and hides the header row and the totals row of a table.
final class TableEnds {
  private TableEnds() {}

  /// Shows the header row if it is hidden, hides it if it is shown. A hidden header leaves its
  /// cells empty; a shown one takes the row above, or has one inserted where that is not empty (?).
  static Outcome headers(Workbook base, Table table, CalculationEnvironment environment) {
    Area area = table.area();
    if (table.showHeaders()) {
      Table without =
          table.with(table.name(), rows(area, 1, 0), false, table.showTotals(), table.columns());
      return TableChanges.defined(
          base,
          TableChanges.replacing(base, without),
          editor -> TableChanges.empty(editor, table.sheet(), TableHeaders.firstRow(area)),
          environment);
    }
    boolean fits =
        area.firstRow() > 0
            && TableChanges.isBlank(
                base,
                table.sheet(),
                new Area(
                    area.firstRow() - 1,
                    area.firstColumn(),
                    area.firstRow() - 1,
                    area.lastColumn()));
    Workbook roomy =
        fits
            ? base
            : TableChanges.inserted(base, table.sheet(), TableHeaders.firstRow(area), environment);
    Area grown = fits ? rows(area, -1, 0) : rows(area, 0, 1);
    Table with = table.with(table.name(), grown, true, table.showTotals(), table.columns());
    return TableChanges.defined(
        roomy,
        TableChanges.replacing(roomy, with),
        editor -> TableHeaders.write(editor, with),
        environment);
  }

  /// Shows the totals row if it is hidden, hides it if it is shown. A new one has `Total` in its
  /// first cell and the sum, or the number, of the last column in its last one (O).
  static Outcome totals(Workbook base, Table table, CalculationEnvironment environment) {
    Area area = table.area();
    if (table.showTotals()) {
      Table without =
          table.with(table.name(), rows(area, 0, -1), table.showHeaders(), false, table.columns());
      Area last = new Area(area.lastRow(), area.firstColumn(), area.lastRow(), area.lastColumn());
      return TableChanges.defined(
          base,
          TableChanges.replacing(base, without),
          editor -> TableChanges.empty(editor, table.sheet(), last),
          environment);
    }
    if (area.lastRow() + 1 >= Grid.ROWS) {
      throw new WorkbookFault.TooLarge("There is no row below the table for totals.");
    }
    Area below =
        new Area(area.lastRow() + 1, area.firstColumn(), area.lastRow() + 1, area.lastColumn());
    Workbook roomy =
        TableChanges.isBlank(base, table.sheet(), below)
            ? base
            : TableChanges.inserted(base, table.sheet(), below, environment);
    Table with =
        table.with(table.name(), rows(area, 0, 1), table.showHeaders(), true, table.columns());
    Workbook defined =
        roomy.with(
            roomy.contents().withTables(TableChanges.replacing(roomy, with)),
            roomy.model().redefined());
    ModelEditor editor = defined.model().edit(defined.contents(), environment);
    total(editor, defined, with);
    return TableFormulas.finish(defined, editor);
  }

  private static void total(ModelEditor editor, Workbook book, Table table) {
    Area area = table.area();
    if (area.columns() > 1) {
      editor.setConstant(table.sheet(), area.lastRow(), area.firstColumn(), new TextValue("Total"));
    }
    var site = new FormulaSite(table.sheet(), area.lastRow(), area.lastColumn());
    boolean isNumeric =
        book.value(table.sheet(), area.lastRow() - 1, area.lastColumn()) instanceof NumberValue;
    String column = table.columns().getLast().name().replaceAll("([\\[\\]#'@])", "'$1");
    String formula = "SUBTOTAL(%d,%s[[%s]])".formatted(isNumeric ? 109 : 103, table.name(), column);
    try {
      editor.setFormula(
          table.sheet(),
          area.lastRow(),
          area.lastColumn(),
          book.shared()
              .formulas()
              .read(formula, site, Notation.A1, EvaluationMode.DYNAMIC, book.contents()));
    } catch (FormulaSyntaxException impossible) {
      throw new IllegalStateException(formula, impossible);
    }
  }

  private static Area rows(Area area, int top, int bottom) {
    return new Area(
        area.firstRow() + top, area.firstColumn(), area.lastRow() + bottom, area.lastColumn());
  }
}
