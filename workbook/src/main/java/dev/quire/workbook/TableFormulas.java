package dev.quire.workbook;

import dev.quire.engine.formula.Coordinate;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.formula.Extent;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.RelativeArea;
import dev.quire.engine.formula.Sheets;
import dev.quire.engine.formula.TablePart;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ReferenceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Lets formulas follow when a table or its columns are called otherwise, or when a table goes.
final class TableFormulas {
  private TableFormulas() {}

  /// What a structured reference becomes in a formula of a cell.
  @FunctionalInterface
  interface Change {
    Expression of(TableReference reference, FormulaSite site);
  }

  /// The workbook after `later` with every formula of `base` changed that refers to the table.
  ///
  /// @param base tells what formulas mean before
  /// @param later the same cells with other tables
  static Outcome changed(
      Workbook base,
      Contents later,
      String table,
      Change change,
      CalculationEnvironment environment) {
    var names = new ArrayList<NamedItem>();
    for (NamedItem each : later.names()) {
      names.add(name(base, each, table, change));
    }
    Workbook defined = base.with(later.withNames(names), base.model().redefined());
    ModelEditor editor = defined.model().edit(defined.contents(), environment);
    for (Worksheet sheet : base.worksheets()) {
      base.cells(sheet.key())
          .visitFormulas((row, column, template) -> {
            var site = new FormulaSite(sheet.key(), row, column);
            Template now = changed(base, template, site, table, change);
            if (now != template) {
              ArrayAreas.refuseLegacy(editor, site);
              editor.setFormula(sheet.key(), row, column, now);
            }
          });
    }
    return finish(defined, editor);
  }

  /// Ends a change after which tables have other cells or names mean something else.
  static Outcome finish(Workbook workbook, ModelEditor editor) {
    if (workbook.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(workbook.with(workbook.contents(), editor.leave().model()), List.of());
    }
    editor.invalidate((_, _, _, template) -> template.mentionsTables() || template.mentionsNames());
    return dev.quire.workbook.Change.outcome(workbook, editor.finish(), workbook.styleTable());
  }

  private static NamedItem name(Workbook base, NamedItem name, String table, Change change) {
    if (name.formula().isEmpty()) {
      return name;
    }
    var site = new FormulaSite(name.sheet().orElse(base.worksheets().getFirst().key()), 0, 0);
    Template now = changed(base, name.formula().get(), site, table, change);
    return now == name.formula().get() ? name : name.meaning(now);
  }

  private static Template changed(
      Workbook base, Template template, FormulaSite site, String table, Change change) {
    if (!template.mentionsTables() && !template.mentionsNames()) {
      return template;
    }
    boolean isName = base.findName(OptionalInt.of(site.sheet()), table).isPresent();
    Expression before = template.expression();
    Expression after = before.withLeaves(leaf -> changed(leaf, site, table, isName, change));
    return after == before ? template : base.shared().formulas().of(after, template.mode());
  }

  /// @param isName whether the word stands for a defined name and not for the table
  private static Expression changed(
      Expression leaf, FormulaSite site, String table, boolean isName, Change change) {
    if (leaf instanceof TableReference reference && SheetNames.same(reference.table(), table)) {
      return change.of(reference, site);
    }
    if (isName || !(leaf instanceof Expression.Name name) || !SheetNames.same(name.name(), table)) {
      return leaf;
    }
    Expression now = change.of(new TableReference(table, Set.of(), List.of()), site);
    return now instanceof TableReference renamed
        ? renamed.table().equals(table) ? leaf : new Expression.Name(name.sheets(), renamed.table())
        : now;
  }

  /// The cells that a reference means now, as an ordinary reference: fixed, but for a reference to
  /// the formula's own row, which stays relative.
  static Expression plain(Workbook base, TableReference reference, FormulaSite site) {
    Template alone = base.shared().formulas().of(reference, EvaluationMode.DYNAMIC);
    if (!(base.model().evaluate(alone, site, base.contents()) instanceof ReferenceValue cells)
        || !cells.isSingle()) {
      return new Expression.LostReference(Sheets.HERE);
    }
    Area area = cells.first().area();
    boolean ownRow = reference.parts().contains(TablePart.THIS_ROW);
    return new Expression.CellReference(
        cells.first().sheet() == site.sheet() ? Sheets.HERE : new Sheets.One(cells.first().sheet()),
        new RelativeArea(
            row(area.firstRow(), site, ownRow),
            column(area.firstColumn(), site, ownRow),
            row(area.lastRow(), site, ownRow),
            column(area.lastColumn(), site, ownRow)),
        area.isCell() ? Extent.CELL : Extent.AREA);
  }

  private static Coordinate row(int row, FormulaSite site, boolean relative) {
    return relative ? Coordinate.relative(row, site.row()) : Coordinate.fixed(row);
  }

  private static Coordinate column(int column, FormulaSite site, boolean relative) {
    return relative ? Coordinate.relative(column, site.column()) : Coordinate.fixed(column);
  }
}
