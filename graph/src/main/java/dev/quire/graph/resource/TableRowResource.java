package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

/// `workbookTableRow` (semantics §8): known by its place only.
final class TableRowResource {
  static final ResourceType<TableRowView> TYPE =
      resource("workbookTableRow", TableRowView.class)
          .number("index", TableRowView::index)
          .reads("values", (view, out) -> RangeValues.values(view.range(), out))
          .calls("range", (view, _) -> new Target.One(view.range()));

  private TableRowResource() {}
}
