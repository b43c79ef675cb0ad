package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Icon;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.RangeSort.On;
import dev.quire.workbook.TableSort;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;

/// `workbookTableSort` (semantics §8).
final class TableSortResource {
  static final ResourceType<TableSortView> TYPE =
      resource("workbookTableSort", TableSortView.class)
          .reads("fields", TableSortResource::fields)
          .flag("matchCase", view -> sort(view).map(TableSort::matchCase).orElse(false))
          .text("method", _ -> "PinYin")
          .acts("apply", TableSortResource::apply)
          .acts("clear", (view, _, _) -> plan(view, Optional.empty()))
          .acts("reapply", (view, _, _) -> plan(view, sort(view)))
          .refuses(
              "how a table is sorted is changed by its actions apply, clear and reapply",
              "PATCH",
              "DELETE");

  private TableSortResource() {}

  private static Optional<TableSort> sort(TableSortView view) {
    return view.table().table().sort();
  }

  private static Plan plan(TableSortView view, Optional<TableSort> sort) {
    return Plan.silent(new Edit.SortTable(view.table().table().id(), sort));
  }

  private static void fields(TableSortView view, JsonOut out) {
    out.beginArray();
    for (RangeSort.Key key : sort(view).map(TableSort::keys).orElse(List.of())) {
      out.beginObject()
          .number("key", key.offset())
          .text("sortOn", word(key.on()))
          .flag("ascending", key.ascending())
          .text("dataOption", isTextAsNumber(key.on()) ? "TextAsNumber" : "Normal");
      switch (key.on()) {
        case On.Content _ -> {}
        case On.CellColor(Color color) -> out.text("color", color.toString());
        case On.FontColor(Color color) -> out.text("color", color.toString());
        case On.OfIcon(Icon icon) -> Icons.write(icon.set(), Optional.of(icon.index()), out);
      }
      out.endObject();
    }
    out.endArray();
  }

  private static Plan apply(TableSortView view, Arguments arguments, ResourceType.Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "fields", "matchCase", "method");
    List<RangeSort.Key> keys = SortFields.of(arguments, view.table().table().columns().size());
    return plan(
        view, Optional.of(new TableSort(keys, arguments.findFlag("matchCase").orElse(false))));
  }

  private static String word(On on) {
    return switch (on) {
      case On.Content _ -> "Value";
      case On.CellColor _ -> "CellColor";
      case On.FontColor _ -> "FontColor";
      case On.OfIcon _ -> "Icon";
    };
  }

  private static boolean isTextAsNumber(On on) {
    return on instanceof On.Content(boolean textAsNumbers) && textAsNumbers;
  }
}
