package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import java.util.Optional;
import java.util.OptionalInt;

/// `workbookTableRow` (semantics §8): known by its place only.
final class TableRowResource {
  static final ResourceType<TableRowView> TYPE =
      resource("workbookTableRow", TableRowView.class)
          .number("index", TableRowView::index)
          .reads("values", (view, out) -> RangeValues.values(view.range(), out))
          .calls("range", (view, _) -> new Target.One(view.range()))
          .updates(TableRowResource::update)
          .deletes(view -> new Edit.DeleteTableRow(view.owner().table().id(), view.index()));

  private TableRowResource() {}

  private static Edit update(TableRowView view, JsonObject body) {
    Bodies.onlyMembers(body, "values", "index");
    Bodies.notNull(body, "values", "index");
    Bodies.findInteger(body, "index")
        .filter(index -> index != view.index())
        .ifPresent(_ -> {
          throw new BadArgument("'index' of a row cannot be changed.");
        });
    Json values =
        Bodies.find(body, "values").orElseThrow(() -> new BadArgument("'values' is missing."));
    CellGrid<Entry> row = RangePatch.rows("values", values, view.range().area().columns());
    if (row.rows() != 1) {
      throw new BadArgument("'values' has %d rows; a row is one.".formatted(row.rows()));
    }
    return new Edit.WriteCells(
        view.range().sheet(), view.range().area(), Optional.empty(), Optional.of(row));
  }

  /// Adds rows at the end or at an index (semantics §8); the answer shows the first of them.
  static Plan add(TableView table, Arguments arguments, int status) {
    Bodies.onlyMembers(arguments.inBody(), "index", "values");
    Json values =
        Bodies.find(arguments.inBody(), "values")
            .orElseThrow(() -> new BadArgument("The argument 'values' is missing."));
    int columns = table.table().columns().size();
    int size = table.table().bodyRows();
    Optional<Integer> index = arguments.findInteger("index");
    index.ifPresent(at -> requireIndex(at, size));
    CellGrid<Entry> rows = RangePatch.rows("values", values, columns);
    var edit =
        new Edit.AddTableRows(
            table.table().id(), index.map(OptionalInt::of).orElseGet(OptionalInt::empty), rows);
    return new Plan(
        edit, status, Optional.of(after -> new TableRowView(table.in(after), index.orElse(size))));
  }

  static void requireIndex(int index, int size) {
    if (index < 0 || index > size) {
      throw new BadArgument("'index' has to be from 0 to %d, not %d.".formatted(size, index));
    }
  }
}
