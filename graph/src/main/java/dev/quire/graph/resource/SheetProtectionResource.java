package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.SheetAction;
import dev.quire.workbook.SheetProtection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// `workbookWorksheetProtection` (semantics §7). Without protection there are no options. What is
/// not among the options of `protect` is not allowed; `unprotect` takes no password.
final class SheetProtectionResource {
  static final ResourceType<SheetProtectionView> TYPE =
      resource("workbookWorksheetProtection", SheetProtectionView.class)
          .reads("options", (view, out) -> options(view.protection(), out))
          .flag("protected", view -> view.protection().isPresent())
          .acts("protect", SheetProtectionResource::protect)
          .acts(
              "unprotect", (view, _, _) -> Plan.silent(new Edit.UnprotectSheet(view.sheet().key())))
          .refuses("protection is changed by its actions protect and unprotect", "PATCH", "DELETE");

  private SheetProtectionResource() {}

  private static String member(SheetAction action) {
    return "allow" + Wording.of(action);
  }

  private static void options(Optional<SheetProtection> protection, JsonOut out) {
    if (protection.isEmpty()) {
      out.nothing();
      return;
    }
    out.beginObject();
    for (SheetAction action : SheetAction.values()) {
      out.name(member(action)).flag(protection.get().allows(action));
    }
    out.endObject();
  }

  private static Plan protect(SheetProtectionView view, Arguments arguments, ResourceType.Ids ids) {
    Set<SheetAction> allowed = EnumSet.noneOf(SheetAction.class);
    Bodies.find(arguments.inBody(), "options").ifPresent(given -> read(given, allowed));
    return Plan.silent(new Edit.ProtectSheet(view.sheet().key(), allowed));
  }

  private static void read(Json given, Set<SheetAction> allowed) {
    if (!(given instanceof JsonObject options)) {
      throw new BadArgument("'options' has to be an object, not " + given.kind() + ".");
    }
    Bodies.onlyMembers(
        options,
        Arrays.stream(SheetAction.values())
            .map(SheetProtectionResource::member)
            .toArray(String[]::new));
    for (SheetAction action : SheetAction.values()) {
      Bodies.find(options, member(action))
          .filter(json -> flag(json, "options." + member(action)))
          .ifPresent(_ -> allowed.add(action));
    }
  }

  private static boolean flag(Json json, String name) {
    if (json instanceof JsonFlag(boolean flag)) {
      return flag;
    }
    throw new BadArgument("'%s' has to be true or false.".formatted(name));
  }
}
