package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Table;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

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
          .calls("totalRowRange", (view, _) -> totals(view))
          .leadsTo("filter", FilterView::new)
          .updates(TableColumnResource::update)
          .deletes(
              view -> new Edit.DeleteTableColumn(view.owner().table().id(), view.column().id()));

  private TableColumnResource() {}

  private static Edit update(TableColumnView view, JsonObject body) {
    Bodies.onlyMembers(body, "values", "name", "index");
    Bodies.notNull(body, "values", "name", "index");
    Bodies.findInteger(body, "index")
        .filter(index -> index != view.index())
        .ifPresent(_ -> {
          throw new BadArgument("'index' of a column cannot be changed.");
        });
    var edits = new ArrayList<Edit>();
    Bodies.find(body, "values").ifPresent(values -> edits.add(values(view, values)));
    Bodies.findText(body, "name")
        .ifPresent(name ->
            edits.add(
                new Edit.RenameTableColumn(view.owner().table().id(), view.column().id(), name)));
    return Bodies.changing(edits);
  }

  private static Edit values(TableColumnView view, Json values) {
    RangeView range = view.range();
    CellGrid<Entry> cells = RangePatch.rows("values", values, 1);
    if (cells.rows() != range.area().rows()) {
      throw new BadArgument(
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range: 'values' has %d rows, the column %d."
              .formatted(cells.rows(), range.area().rows()));
    }
    return new Edit.WriteCells(range.sheet(), range.area(), Optional.empty(), Optional.of(cells));
  }

  /// Adds a column at the end or at an index (semantics §8). `values` has the header first.
  static Plan add(TableView table, Arguments arguments, int status) {
    Bodies.onlyMembers(arguments.inBody(), "index", "values", "name");
    int size = table.table().columns().size();
    Optional<Integer> index = arguments.findInteger("index");
    index.ifPresent(at -> TableRowResource.requireIndex(at, size));
    int at = index.orElse(size);
    Optional<String> name = arguments.findText("name");
    var edits = new ArrayList<Edit>();
    edits.add(
        new Edit.AddTableColumn(
            table.table().id(), index.map(OptionalInt::of).orElseGet(OptionalInt::empty), name));
    Bodies.find(arguments.inBody(), "values")
        .ifPresent(values -> edits.add(cells(table, at, values, name)));
    return new Plan(
        Bodies.changing(edits),
        status,
        Optional.of(after -> new TableColumnView(table.in(after), at)));
  }

  private static Edit cells(TableView table, int at, Json values, Optional<String> name) {
    Area area = table.table().area();
    CellGrid<Entry> cells = RangePatch.rows("values", values, 1);
    if (cells.rows() != area.rows()) {
      throw new BadArgument(
          "'values' has %d rows, the table %d, header included."
              .formatted(cells.rows(), area.rows()));
    }
    int column = area.firstColumn() + at;
    boolean named = name.isPresent() && table.table().showHeaders();
    return new Edit.WriteCells(
        table.table().sheet(),
        new Area(area.firstRow(), column, area.lastRow(), column),
        Optional.empty(),
        Optional.of(
            CellGrid.of(
                cells.rows(), 1, (row, _) -> named && row == 0 ? Entry.KEEP : cells.at(row, 0))));
  }

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
