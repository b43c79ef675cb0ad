package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.TableSort;
import java.util.List;
import java.util.Optional;

/// `workbookTableSort` (semantics §8). Sorting by colour and icon is not built.
final class TableSortResource {
  static final ResourceType<TableSortView> TYPE =
      resource("workbookTableSort", TableSortView.class)
          .reads("fields", TableSortResource::fields)
          .flag("matchCase", view -> sort(view).map(TableSort::matchCase).orElse(false))
          .text("method", _ -> "PinYin")
          .acts("apply", TableSortResource::apply)
          .acts("clear", (view, _, _) -> plan(view, Optional.empty()))
          .acts("reapply", (view, _, _) -> plan(view, sort(view)))
          .refuses("PATCH", "DELETE");

  private TableSortResource() {}

  private static Optional<TableSort> sort(TableSortView view) {
    return view.table().table().sort();
  }

  private static Plan plan(TableSortView view, Optional<TableSort> sort) {
    return Plan.silent(new Edit.SortTable(view.table().table().id(), sort));
  }

  private static void fields(TableSortView view, JsonOut out) {
    out.beginArray();
    for (TableSort.Key key : sort(view).map(TableSort::keys).orElse(List.of())) {
      out.beginObject()
          .number("key", key.column())
          .text("sortOn", "Value")
          .flag("ascending", key.ascending())
          .text("dataOption", key.textAsNumbers() ? "TextAsNumber" : "Normal")
          .endObject();
    }
    out.endArray();
  }

  private static Plan apply(TableSortView view, Arguments arguments, ResourceType.Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "fields", "matchCase", "method");
    List<TableSort.Key> keys =
        SortFields.of(arguments, view.table().table().columns().size()).stream()
            .map(TableSortResource::key)
            .toList();
    return plan(
        view, Optional.of(new TableSort(keys, arguments.findFlag("matchCase").orElse(false))));
  }

  private static TableSort.Key key(RangeSort.Key key) {
    return switch (key.on()) {
      case RangeSort.On.Content(boolean textAsNumbers) ->
          new TableSort.Key(key.offset(), key.ascending(), textAsNumbers);
      case RangeSort.On.CellColor _, RangeSort.On.FontColor _ ->
          throw new NotServed("sort/apply of a table by color");
    };
  }
}
