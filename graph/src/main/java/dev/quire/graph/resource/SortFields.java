package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.RangeSort.On;
import dev.quire.workbook.style.Color;
import java.util.List;

/// Reads `fields`, the keys of a sort (semantics §6.5).
final class SortFields {
  private static final int MOST_KEYS = 64;

  private SortFields() {}

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

  /// The keys that a body gives.
  ///
  /// @param lines how many columns, or rows, there are to sort by
  static List<RangeSort.Key> of(Arguments arguments, int lines) {
    arguments.findText("method").ifPresent(word -> Wording.parse(Method.class, "method", word));
    Json fields =
        Bodies.find(arguments.inBody(), "fields")
            .orElseThrow(() -> new BadArgument("The argument 'fields' is missing."));
    if (!(fields instanceof JsonArray array) || array.items().isEmpty()) {
      throw new BadArgument("'fields' has to be an array with a field at least.");
    }
    if (array.size() > MOST_KEYS) {
      throw new BadArgument(
          "'fields' has %d fields; at most 64 are taken.".formatted(array.size()));
    }
    return array.items().stream().map(field -> key(field, lines)).toList();
  }

  private static RangeSort.Key key(Json json, int lines) {
    if (!(json instanceof JsonObject field)) {
      throw new BadArgument("'fields' has to hold objects, not " + json.kind() + ".");
    }
    Bodies.onlyMembers(field, "key", "ascending", "sortOn", "dataOption", "color", "icon");
    int key =
        Bodies.findInteger(field, "key")
            .orElseThrow(() -> new BadArgument("'fields.key' is missing."));
    if (key < 0 || key >= lines) {
      throw new BadArgument(
          "'fields.key' has to be from 0 to %d, not %d.".formatted(lines - 1, key));
    }
    return new RangeSort.Key(key, Bodies.findFlag(field, "ascending").orElse(true), on(field));
  }

  private static On on(JsonObject field) {
    SortOn on =
        Bodies.findText(field, "sortOn")
            .map(word -> Wording.parse(SortOn.class, "fields.sortOn", word))
            .orElse(SortOn.VALUE);
    DataOption option =
        Bodies.findText(field, "dataOption")
            .map(word -> Wording.parse(DataOption.class, "fields.dataOption", word))
            .orElse(DataOption.NORMAL);
    return switch (on) {
      case VALUE -> new On.Content(option == DataOption.TEXT_AS_NUMBER);
      case CELL_COLOR -> new On.CellColor(color(field));
      case FONT_COLOR -> new On.FontColor(color(field));
      case ICON -> new On.OfIcon(Icons.of(field, "icon", "fields."));
    };
  }

  private static Color color(JsonObject field) {
    return Bodies.findColor(field, "color")
        .orElseThrow(
            () -> new BadArgument("'fields.color' is missing; it tells what comes first."));
  }
}
