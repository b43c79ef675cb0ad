package dev.quire.graph.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/// Builds the tree of one body, and counts what it costs.
final class TreeBuilder {
  private static final JsonFlag TRUE = new JsonFlag(true);
  private static final JsonFlag FALSE = new JsonFlag(false);
  private static final JsonNull NULL = new JsonNull();

  private final JsonParser parser;
  private final JsonReader.Limits limits;
  private final char[] digits = new char[NumberText.LONGEST];
  private int values;

  TreeBuilder(JsonParser parser, JsonReader.Limits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  Optional<Json> build() {
    var first = parser.nextToken();
    if (first == null) {
      return Optional.empty();
    }
    var tree = value(first, 0);
    if (parser.nextToken() != null) {
      throw malformed("something follows the value");
    }
    return Optional.of(tree);
  }

  private Json value(JsonToken token, int depth) {
    if (++values > limits.maxValues()) {
      throw new JsonFault.TooMany(limits.maxValues());
    }
    return switch (token) {
      case START_OBJECT -> new JsonObject(members(deeper(depth)));
      case START_ARRAY -> new JsonArray(items(deeper(depth)));
      case VALUE_STRING -> new JsonText(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NULL;
      default -> throw malformed("unexpected " + token);
    };
  }

  private int deeper(int depth) {
    if (depth >= limits.maxDepth()) {
      throw new JsonFault.TooDeep(limits.maxDepth());
    }
    return depth + 1;
  }

  private List<JsonObject.Member> members(int depth) {
    var members = new ArrayList<JsonObject.Member>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      members.add(new JsonObject.Member(name, value(parser.nextToken(), depth)));
    }
    return members;
  }

  private List<Json> items(int depth) {
    var items = new ArrayList<Json>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token, depth));
    }
    return items;
  }

  private JsonNumber number(JsonToken token) {
    double value = doubleValue();
    if (!Double.isFinite(value)) {
      throw malformed("the number is too large");
    }
    return isUsual(token, value)
        ? new JsonNumber(value)
        : new JsonNumber(value, Optional.of(parser.getString()));
  }

  /// Whether the number is spelled as we would.
  private boolean isUsual(JsonToken token, double value) {
    if (NumberText.isWhole(value)) {
      return token == JsonToken.VALUE_NUMBER_INT && (value != 0 || parser.getStringLength() == 1);
    }
    int length = NumberText.write(value, digits);
    int start = parser.getStringOffset();
    return Arrays.equals(
        digits, 0, length, parser.getStringCharacters(), start, start + parser.getStringLength());
  }

  private double doubleValue() {
    try {
      return parser.getDoubleValue();
    } catch (InputCoercionException e) {
      throw malformed("the number is too large");
    }
  }

  private JsonFault malformed(String why) {
    var location = parser.currentTokenLocation();
    return new JsonFault.Malformed(location.getLineNr(), location.getColumnNr(), why);
  }
}
