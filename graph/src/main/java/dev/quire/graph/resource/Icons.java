package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import java.util.Optional;

/// `workbookIcon`: an icon of conditional formatting, by its set and its place in it, counted from
/// 0 for the least values.
final class Icons {
  private Icons() {}

  /// The member of a body.
  ///
  /// @param where what it is a member of, with its dot; empty for the body itself
  static Icon of(JsonObject body, String name, String where) {
    Json given =
        Bodies.find(body, name)
            .orElseThrow(() -> new BadArgument("'%s%s' is missing.".formatted(where, name)));
    if (!(given instanceof JsonObject icon)) {
      throw new BadArgument(
          "'%s%s' has to be an object with set and index, not %s."
              .formatted(where, name, given.kind()));
    }
    Bodies.onlyMembers(icon, "set", "index");
    String member = where + name + ".set";
    IconSet set =
        Bodies.findText(icon, "set")
            .map(word -> Wording.parse(IconSet.class, member, word))
            .orElseThrow(() -> new BadArgument("'%s' is missing.".formatted(member)));
    int index =
        Bodies.findInteger(icon, "index")
            .orElseThrow(() -> new BadArgument("'%s%s.index' is missing.".formatted(where, name)));
    if (index < 0 || index >= set.icons()) {
      throw new BadArgument(
          "'%s%s.index' has to be from 0 to %d, not %d."
              .formatted(where, name, set.icons() - 1, index));
    }
    return new Icon(set, index);
  }

  static void write(IconSet set, Optional<Integer> index, JsonOut out) {
    out.name("icon").beginObject().text("set", Wording.of(set));
    out.name("index");
    if (index.isPresent()) {
      out.number(index.get());
    } else {
      out.nothing();
    }
    out.endObject();
  }
}
