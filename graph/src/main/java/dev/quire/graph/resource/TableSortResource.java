package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.TableSort;
import java.util.List;
import java.util.Optional;

/// `workbookTableSort` (semantics §8). Sorting by colour and icon is not built.
final class TableSortResource {
  private static final int MOST_KEYS = 64;

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
    JsonObject body = arguments.inBody();
    Bodies.onlyMembers(body, "fields", "matchCase", "method");
    arguments.findText("method").ifPresent(word -> Wording.parse(Method.class, "method", word));
    Json fields =
        Bodies.find(body, "fields")
            .orElseThrow(() -> new BadArgument("The argument 'fields' is missing."));
    if (!(fields instanceof JsonArray array) || array.items().isEmpty()) {
      throw new BadArgument("'fields' has to be an array with a field at least.");
    }
    if (array.size() > MOST_KEYS) {
      throw new BadArgument(
          "'fields' has %d fields; at most 64 are taken.".formatted(array.size()));
    }
    int columns = view.table().table().columns().size();
    List<TableSort.Key> keys = array.items().stream().map(field -> key(field, columns)).toList();
    return plan(
        view, Optional.of(new TableSort(keys, arguments.findFlag("matchCase").orElse(false))));
  }

  /// Ways to sort Chinese texts, which are taken and make no difference here.
  private enum Method {
    PIN_YIN,
    STROKE_COUNT
  }

  private enum DataOption {
    NORMAL,
    TEXT_AS_NUMBER
  }

  private enum SortOn {
    VALUE,
    CELL_COLOR,
    FONT_COLOR,
    ICON
  }

  private static TableSort.Key key(Json json, int columns) {
    if (!(json instanceof JsonObject field)) {
      throw new BadArgument("'fields' has to hold objects, not " + json.kind() + ".");
    }
    Bodies.onlyMembers(field, "key", "ascending", "sortOn", "dataOption", "color", "icon");
    int key =
        Bodies.findInteger(field, "key")
            .orElseThrow(() -> new BadArgument("'fields.key' is missing."));
    if (key < 0 || key >= columns) {
      throw new BadArgument(
          "'fields.key' has to be from 0 to %d, not %d.".formatted(columns - 1, key));
    }
    SortOn on =
        Bodies.findText(field, "sortOn")
            .map(word -> Wording.parse(SortOn.class, "fields.sortOn", word))
            .orElse(SortOn.VALUE);
    if (on != SortOn.VALUE) {
      throw new NotServed("sort/apply with sortOn " + Wording.of(on));
    }
    DataOption option =
        Bodies.findText(field, "dataOption")
            .map(word -> Wording.parse(DataOption.class, "fields.dataOption", word))
            .orElse(DataOption.NORMAL);
    return new TableSort.Key(
        key, Bodies.findFlag(field, "ascending").orElse(true), option == DataOption.TEXT_AS_NUMBER);
  }
}
