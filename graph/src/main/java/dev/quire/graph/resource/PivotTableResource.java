package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import java.util.List;
import java.util.Optional;

/// `workbookPivotTable` (semantics §11). Pivot tables are not made here: the entity has a name and
/// a worksheet and no way to say what it is made from, and no page documents an `add` (D).
final class PivotTableResource {
  static final ResourceType<PivotTableView> TYPE =
      resource("workbookPivotTable", PivotTableView.class)
          .text("id", view -> view.pivot().id())
          .text("name", view -> view.pivot().name())
          .leadsTo("worksheet", view -> new SheetView(view.book(), view.sheet()))
          .acts(
              "refresh",
              (view, _, ids) ->
                  Plan.silent(
                      new Edit.RefreshPivots(
                          view.sheet(), Optional.of(view.pivot().id()), ids.now())))
          .updates(PivotTableResource::rename)
          .deletes(view -> new Edit.DeletePivot(view.sheet(), view.pivot().id()));

  private PivotTableResource() {}

  private static Edit rename(PivotTableView view, JsonObject body) {
    Bodies.onlyMembers(body, "name");
    String name =
        Bodies.findText(body, "name")
            .orElseThrow(() -> new BadArgument("'name' is missing; nothing else can be changed."));
    return new Edit.RenamePivot(view.sheet(), view.pivot().id(), name);
  }

  static Plan refreshAll(SheetView sheet, ResourceType.Ids ids) {
    return Plan.silent(new Edit.RefreshPivots(sheet.key(), Optional.empty(), ids.now()));
  }

  static Listing of(SheetView sheet) {
    List<PivotTableView> views =
        sheet.worksheet().regions().pivots().stream()
            .map(pivot -> new PivotTableView(sheet.book(), sheet.key(), pivot))
            .toList();
    return Listing.of(views, key -> find(views, key));
  }

  private static Optional<View> find(List<PivotTableView> views, String key) {
    return views.stream()
        .filter(each -> each.pivot().id().equalsIgnoreCase(key))
        .findFirst()
        .or(() ->
            views.stream().filter(each -> each.pivot().name().equalsIgnoreCase(key)).findFirst())
        .map(each -> each);
  }
}
