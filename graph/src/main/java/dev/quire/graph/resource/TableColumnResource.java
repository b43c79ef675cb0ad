package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.workbook.Table;

/// `workbookTableColumn` (semantics §8).
final class TableColumnResource {
  static final ResourceType<TableColumnView> TYPE =
      resource("workbookTableColumn", TableColumnView.class)
          .text("id", view -> Integer.toString(view.column().id()))
          .text("name", view -> view.column().name())
          .number("index", TableColumnView::index)
          .reads("values", (view, out) -> RangeValues.values(view.range(), out))
          .calls("range", (view, _) -> new Target.One(view.range()))
          .calls("headerRowRange", (view, _) -> header(view))
          .calls("dataBodyRange", (view, _) -> body(view))
          .calls("totalRowRange", (view, _) -> totals(view));

  private TableColumnResource() {}

  private static Target header(TableColumnView view) {
    Area all = view.range().area();
    if (!view.owner().table().showHeaders()) {
      throw new NoSuchEntity("header row of table", view.owner().table().name());
    }
    return rows(view, all.firstRow(), all.firstRow());
  }

  private static Target totals(TableColumnView view) {
    Area all = view.range().area();
    if (!view.owner().table().showTotals()) {
      throw new NoSuchEntity("total row of table", view.owner().table().name());
    }
    return rows(view, all.lastRow(), all.lastRow());
  }

  private static Target body(TableColumnView view) {
    Table table = view.owner().table();
    Area all = view.range().area();
    return rows(
        view,
        all.firstRow() + (table.showHeaders() ? 1 : 0),
        all.lastRow() - (table.showTotals() ? 1 : 0));
  }

  private static Target rows(TableColumnView view, int first, int last) {
    Area all = view.range().area();
    return new Target.One(
        view.range().over(new Area(first, all.firstColumn(), last, all.lastColumn())));
  }
}
