package dev.quire.graph.resource;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Workbook.Place;
import java.util.Locale;

/// Reads what a defined name is to stand for, as a formula without `=`.
final class NameFormulas {
  private static final String REFERENCE = "reference";
  private static final String VALUE = "value";

  private NameFormulas() {}

  /// `reference` of names/add: a formula text (`=Sheet1!$A$1`), or a range as an object with its
  /// address, which then is absolute.
  static String reference(Workbook book, JsonObject body) {
    Json reference =
        Bodies.find(body, REFERENCE)
            .orElseThrow(() -> new BadArgument("The argument 'reference' is missing."));
    return switch (reference) {
      case JsonText(String text) -> formula(REFERENCE, text);
      case JsonObject range -> {
        String address =
            Bodies.findText(range, "address")
                .filter(_ -> range.members().size() == 1)
                .orElseThrow(
                    () -> new BadArgument("'reference' has to be a formula or {\"address\":…}."));
        yield absolute(book, Addresses.place(book, address));
      }
      case JsonNumber _, JsonFlag _, JsonArray _, JsonNull _ ->
          throw new BadArgument(
              "'reference' has to be a formula or {\"address\":…}, not " + reference.kind() + ".");
    };
  }

  /// `value` of a name: a formula text, with or without `=`, or a constant.
  static String value(JsonObject body) {
    Json value = Bodies.find(body, VALUE).orElseThrow(() -> new BadArgument("'value' is missing."));
    return switch (value) {
      case JsonText(String text) -> formula(VALUE, text);
      case JsonNumber number -> number.text();
      case JsonFlag(boolean flag) -> Boolean.toString(flag).toUpperCase(Locale.ROOT);
      case JsonArray _, JsonObject _, JsonNull _ ->
          throw new BadArgument(
              "'value' has to be a formula or a constant, not " + value.kind() + ".");
    };
  }

  private static String formula(String member, String text) {
    String bare = text.startsWith("=") ? text.substring(1) : text;
    if (bare.isBlank()) {
      throw new BadArgument("'%s' must not be empty.".formatted(member));
    }
    return bare;
  }

  private static String absolute(Workbook book, Place place) {
    Area area = place.area();
    String first = "$" + A1.column(area.firstColumn()) + "$" + (area.firstRow() + 1);
    String last = "$" + A1.column(area.lastColumn()) + "$" + (area.lastRow() + 1);
    return book.addressOf(place.sheet(), area.isCell() ? first : first + ":" + last);
  }
}
