package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.workbook.Edit;
import dev.quire.workbook.style.LookChange;
import java.util.ArrayList;

/// `workbookFormatProtection`: what a protected worksheet keeps of cells (semantics §6.6).
final class ProtectionResource {
  static final ResourceType<FormatView> TYPE =
      resource("workbookFormatProtection", FormatView.class)
          .reads(
              "formulaHidden",
              (view, out) ->
                  Looks.flag(
                      Looks.shared(view.range(), look -> look.protection().formulaHidden()), out))
          .reads(
              "locked",
              (view, out) ->
                  Looks.flag(Looks.shared(view.range(), look -> look.protection().locked()), out))
          .updates(ProtectionResource::update)
          .refuses("every range has it; PATCH changes it", "DELETE");

  private ProtectionResource() {}

  private static Edit update(FormatView view, JsonObject body) {
    Bodies.onlyMembers(body, "formulaHidden", "locked");
    Bodies.notNull(body, "formulaHidden", "locked");
    var changes = new ArrayList<LookChange>();
    Bodies.findFlag(body, "formulaHidden")
        .ifPresent(hidden -> changes.add(new LookChange.FormulaHidden(hidden)));
    Bodies.findFlag(body, "locked").ifPresent(locked -> changes.add(new LookChange.Locked(locked)));
    return Bodies.formatting(view.range(), changes);
  }
}
