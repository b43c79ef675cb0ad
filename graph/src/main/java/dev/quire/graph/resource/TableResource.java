package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// `workbookTable` (semantics §8).
final class TableResource {
  static final ResourceType<TableView> TYPE =
      resource("workbookTable", TableView.class)
          .text("style", view -> view.table().style().name())
          .text("name", view -> view.table().name())
          .flag("showFilterButton", view -> view.table().showFilterButton())
          .text("id", view -> view.table().id())
          .flag("highlightLastColumn", view -> view.table().style().lastColumn())
          .flag("highlightFirstColumn", view -> view.table().style().firstColumn())
          .text("legacyId", view -> Integer.toString(view.table().legacyId()))
          .flag("showBandedColumns", view -> view.table().style().bandedColumns())
          .flag("showBandedRows", view -> view.table().style().bandedRows())
          .flag("showHeaders", view -> view.table().showHeaders())
          .flag("showTotals", view -> view.table().showTotals())
          .leadsTo("worksheet", view -> new SheetView(view.book(), view.table().sheet()))
          .lists("rows", TableResource::rows)
          .lists("columns", TableResource::columns)
          .calls("range", (view, _) -> area(view, Optional.of(view.table().area()), "range"))
          .calls("headerRowRange", (view, _) -> area(view, header(view.table()), "header row"))
          .calls("dataBodyRange", (view, _) -> area(view, Optional.of(body(view.table())), "body"))
          .calls("totalRowRange", (view, _) -> area(view, totals(view.table()), "total row"))
          .leadsTo("sort", view -> new TableSortView(view))
          .creates("rows", (view, arguments, _) -> TableRowResource.add(view, arguments, 201))
          .acts("rows/add", (view, arguments, _) -> TableRowResource.add(view, arguments, 200))
          .creates("columns", (view, arguments, _) -> TableColumnResource.add(view, arguments, 201))
          .acts(
              "columns/add", (view, arguments, _) -> TableColumnResource.add(view, arguments, 200))
          .acts("clearFilters", (view, _, _) -> filters(view, Map.of()))
          .acts("reapplyFilters", (view, _, ids) -> filters(view, anew(view, ids)))
          .acts("convertToRange", (view, _, _) -> convert(view))
          .updates(TableEdits::update)
          .deletes(view -> new Edit.DeleteTable(view.table().id(), false));

  private TableResource() {}

  /// Periods such as this month are seen from now.
  private static Map<Integer, FilterCriteria> anew(TableView view, ResourceType.Ids ids) {
    if (view.table().filters().containsValue(new FilterCriteria.Unknown())) {
      throw new NotServed(FilterResource.UNKNOWN);
    }
    var anew = new HashMap<Integer, FilterCriteria>();
    view.table()
        .filters()
        .forEach((column, criteria) ->
            anew.put(
                column,
                criteria instanceof FilterCriteria.During during
                    ? new FilterCriteria.During(during.period(), ids.now())
                    : criteria));
    return anew;
  }

  private static Plan filters(TableView view, Map<Integer, FilterCriteria> filters) {
    return Plan.silent(new Edit.FilterTable(view.table().id(), filters));
  }

  /// The answer is the range that was the table.
  private static Plan convert(TableView view) {
    return new Plan(
        new Edit.DeleteTable(view.table().id(), true),
        200,
        Optional.of(after -> new RangeView(after, view.table().sheet(), view.table().area())));
  }

  private static Target area(TableView view, Optional<Area> area, String part) {
    return area.<Target>map(
            found -> new Target.One(new RangeView(view.book(), view.table().sheet(), found)))
        .orElseThrow(() -> new NoSuchEntity(part + " of table", view.table().name()));
  }

  private static Optional<Area> header(Table table) {
    Area all = table.area();
    return table.showHeaders()
        ? Optional.of(new Area(all.firstRow(), all.firstColumn(), all.firstRow(), all.lastColumn()))
        : Optional.empty();
  }

  private static Optional<Area> totals(Table table) {
    Area all = table.area();
    return table.showTotals()
        ? Optional.of(new Area(all.lastRow(), all.firstColumn(), all.lastRow(), all.lastColumn()))
        : Optional.empty();
  }

  private static Area body(Table table) {
    Area all = table.area();
    return new Area(
        all.firstRow() + (table.showHeaders() ? 1 : 0),
        all.firstColumn(),
        all.lastRow() - (table.showTotals() ? 1 : 0),
        all.lastColumn());
  }

  private static Listing rows(TableView view) {
    return new Listing(
        view.table().bodyRows(),
        index -> new TableRowView(view, index),
        key ->
            Keys.index(key, view.table().bodyRows()).map(index -> new TableRowView(view, index)));
  }

  private static Listing columns(TableView view) {
    return new Listing(
        view.table().columns().size(),
        index -> new TableColumnView(view, index),
        key -> column(view, key));
  }

  private static Optional<View> column(TableView view, String key) {
    var columns = view.table().columns();
    return IntStream.range(0, columns.size())
        .filter(index -> Integer.toString(columns.get(index).id()).equals(key))
        .boxed()
        .findFirst()
        .or(() ->
            IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).name().equalsIgnoreCase(key))
                .boxed()
                .findFirst())
        .map(index -> new TableColumnView(view, index));
  }
}
