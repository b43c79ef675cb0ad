package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotServed;
import dev.quire.store.Item;
import java.util.Optional;

/// The body of a request that makes, moves or copies a drive item, such as
/// `{"name":"Plan.xlsx","parentReference":{"id":"01…"}}`.
record ItemBody(JsonObject json) {
  /// The name that the item is to have.
  Optional<String> name() {
    return text(json, "name");
  }

  /// Whether it speaks of a folder.
  boolean isFolder() {
    return json.find("folder").filter(each -> each instanceof JsonObject).isPresent();
  }

  /// What is to happen when the name is taken, as the query or the body says; without a word, one
  /// that is taken is refused.
  Conflict conflict(Call call) {
    return Conflict.of(call.request().rawQuery()).or(() -> Conflict.of(json)).orElse(Conflict.FAIL);
  }

  /// The folder that `parentReference` names by id or path; without one, the folder that the item
  /// lies in.
  ///
  /// @param found the item that is changed
  Found folder(Found found) {
    Json reference = json.find("parentReference").orElse(new JsonNull());
    if (!(reference instanceof JsonObject parent)) {
      String own = found.item().parentId().orElse(found.item().id());
      return new Found(found.drive(), found.drive().store().find(own).orElseThrow(NoItem::item));
    }
    if (text(parent, "driveId").filter(id -> !id.equals(found.drive().id())).isPresent()) {
      throw new NotServed("moving or copying to another drive");
    }
    Item folder =
        text(parent, "id")
            .flatMap(id ->
                id.equals("root")
                    ? Optional.of(found.drive().store().root())
                    : found.drive().store().find(id))
            .or(() ->
                text(parent, "path")
                    .flatMap(path -> found.drive().store().findByPath(pathInDrive(path))))
            .orElseThrow(() -> new NoItem("The folder of 'parentReference' could not be found."));
    return new Found(found.drive(), folder);
  }

  /// `/drive/root:/Reports` and the like, as parent references have it.
  private static String pathInDrive(String path) {
    int colon = path.indexOf("root:");
    String rest = colon < 0 ? path : path.substring(colon + "root:".length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.find(name)
        .filter(value -> !(value instanceof JsonNull))
        .map(value -> {
          if (value instanceof JsonText(String text)) {
            return text;
          }
          throw new BadArgument("'%s' has to be a string, not %s.".formatted(name, value.kind()));
        });
  }
}
