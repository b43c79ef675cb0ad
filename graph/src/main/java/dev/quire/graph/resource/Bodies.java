package dev.quire.graph.resource;

import dev.quire.engine.value.FileCharacters;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.Edit;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.LookChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads members of bodies; names are compared without case, and null counts as absent.
final class Bodies {
  private Bodies() {}

  static Optional<Json> find(JsonObject body, String name) {
    return body.find(name).filter(json -> !(json instanceof JsonNull));
  }

  static Optional<String> findText(JsonObject body, String name) {
    return find(body, name)
        .map(json ->
            json instanceof JsonText(String text) ? writable(name, text) : wrong(name, "a string"));
  }

  /// A text of which a file loses nothing.
  static String writable(String name, String text) {
    int misfit = FileCharacters.firstMisfit(text);
    if (misfit >= 0) {
      throw new BadArgument(
          "'%s' has the character U+%04X, which no file can hold."
              .formatted(name, (int) text.charAt(misfit)));
    }
    return text;
  }

  static Optional<Boolean> findFlag(JsonObject body, String name) {
    return find(body, name)
        .map(json -> json instanceof JsonFlag(boolean flag) ? flag : wrong(name, "true or false"));
  }

  static Optional<Double> findNumber(JsonObject body, String name) {
    return find(body, name)
        .map(json ->
            json instanceof JsonNumber number
                ? Double.valueOf(number.value())
                : wrong(name, "a number"));
  }

  /// A colour as `#RRGGBB` or by its HTML name.
  static Optional<Color> findColor(JsonObject body, String name) {
    return findText(body, name)
        .map(text ->
            Color.parse(text)
                .orElseThrow(() ->
                    new BadArgument(
                        "'%s' has to be a color such as #4B180E or orange, not '%s'."
                            .formatted(name, text))));
  }

  /// A change to the look of a range, refused when it changes nothing.
  static Edit formatting(RangeView range, List<LookChange> changes) {
    return changing(
        changes.isEmpty()
            ? List.of()
            : List.of(new Edit.FormatCells(range.sheet(), range.area(), changes)));
  }

  /// The edits as one, refused when there is none.
  static Edit changing(List<Edit> edits) {
    if (edits.isEmpty()) {
      throw new BadArgument("The body says nothing that could be changed here.");
    }
    return edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits);
  }

  static Optional<Integer> findInteger(JsonObject body, String name) {
    return find(body, name)
        .map(json ->
            json instanceof JsonNumber number && number.isWhole()
                ? Integer.valueOf((int) number.value())
                : wrong(name, "a whole number"));
  }

  /// Refuses members that the operation would not look at, so that nothing is silently left undone.
  /// Annotations (`@odata.type`) may always be there.
  static void onlyMembers(JsonObject body, String... names) {
    for (JsonObject.Member each : body.members()) {
      String member = each.name();
      boolean known = Arrays.stream(names).anyMatch(member::equalsIgnoreCase);
      if (!known && member.indexOf('@') < 0) {
        throw new BadArgument(
            "'%s' cannot be set here; what can is %s.".formatted(member, String.join(", ", names)));
      }
    }
  }

  /// Refuses null where there is nothing that it could mean.
  static void notNull(JsonObject body, String... names) {
    for (String name : names) {
      if (body.find(name).filter(JsonNull.class::isInstance).isPresent()) {
        throw new BadArgument("'%s' must not be null.".formatted(name));
      }
    }
  }

  private static <T> T wrong(String name, String expected) {
    throw new BadArgument("'%s' has to be %s.".formatted(name, expected));
  }
}
