package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Shows and hides the rows of a table as its filter says.
final class TableFiltering {
  private TableFiltering() {}

  static Outcome apply(Workbook base, Edit.FilterTable filter, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, filter.table());
    Map<Integer, FilterCriteria> filters = applied(filter.filters(), base, environment);
    Table filtered = table.filtered(filters);
    Area body = table.body().orElse(table.area());
    BitSet hidden = hidden(base, table, body, filters);
    Worksheet sheet = CellFormatting.existing(base, table.sheet());
    SheetLayout layout =
        sheet
            .layout()
            .withRows(
                body.firstRow(),
                body.lastRow(),
                row -> row.withHidden(hidden.get(row.row() - body.firstRow())));
    SheetRegions regions = sheet.regions().choosing(body, !filters.isEmpty());
    Contents contents =
        base.contents()
            .replacing(sheet.laidOut(layout, regions))
            .withTables(TableChanges.replacing(base, filtered));
    Workbook shown = base.with(contents, base.model());
    if (base.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(shown, List.of());
    }
    ModelEditor editor = shown.model().edit(contents, environment);
    editor.invalidate((_, _, _, template) -> isAboutHidden(template));
    return Change.outcome(shown, editor.finish(), shown.styleTable());
  }

  private static Map<Integer, FilterCriteria> applied(
      Map<Integer, FilterCriteria> filters, Workbook base, CalculationEnvironment environment) {
    var applied = new HashMap<Integer, FilterCriteria>();
    filters.forEach((column, criteria) ->
        applied.put(
            column,
            criteria instanceof FilterCriteria.During during
                ? during.applied(environment.zone(), base.date1904())
                : criteria));
    return applied;
  }

  private static boolean isAboutHidden(Template template) {
    return template.isSubtotal();
  }

  /// Rows of the body, counted from its first, that a column does not let through.
  private static BitSet hidden(
      Workbook book, Table table, Area body, Map<Integer, FilterCriteria> filters) {
    var hidden = new BitSet(body.rows());
    for (int at = 0; at < table.columns().size(); at++) {
      FilterCriteria criteria = filters.get(table.columns().get(at).id());
      if (criteria != null) {
        var column =
            new Area(
                body.firstRow(), body.firstColumn() + at, body.lastRow(), body.firstColumn() + at);
        hidden.or(new FilterColumn(book, table.sheet(), column).refused(criteria));
      }
    }
    return hidden;
  }
}
