package dev.quire.conformance.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.Set;

/// Compares an answer with a documented one.
final class Likeness {
  /// Members whose value is made up anew each time.
  private static final Set<String> OWN = Set.of("id", "@odata.id", "@odata.context");

  private Likeness() {}

  /// Where the answer is not as documented. Members that the documentation leaves out do not count.
  ///
  /// @param byValue whether values count, or only names and types
  static Optional<String> difference(JsonElement expected, JsonElement found, boolean byValue) {
    return difference("", expected, found, byValue);
  }

  private static Optional<String> difference(
      String at, JsonElement expected, JsonElement found, boolean byValue) {
    if (found == null) {
      return Optional.of(at + " is not there");
    }
    return switch (expected) {
      case JsonObject object when object.isEmpty() -> Optional.empty();
      case JsonObject object -> members(at, object, found, byValue);
      case JsonArray array -> elements(at, array, found, byValue);
      case JsonPrimitive value -> primitive(at, value, found, byValue);
      default -> Optional.empty();
    };
  }

  private static Optional<String> members(
      String at, JsonObject expected, JsonElement found, boolean byValue) {
    if (!(found instanceof JsonObject object)) {
      return Optional.of("%s is %s, not an object".formatted(at, found));
    }
    for (String name : expected.keySet()) {
      boolean isOwn = OWN.contains(name) || name.startsWith("@odata");
      Optional<String> difference =
          difference(at + "/" + name, expected.get(name), object.get(name), byValue && !isOwn);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> elements(
      String at, JsonArray expected, JsonElement found, boolean byValue) {
    if (!(found instanceof JsonArray array)) {
      return Optional.of("%s is %s, not a list".formatted(at, found));
    }
    if (byValue && array.size() != expected.size()) {
      return Optional.of("%s has %d elements: %s".formatted(at, array.size(), array));
    }
    for (int n = 0; n < Math.min(array.size(), expected.size()); n++) {
      Optional<String> difference =
          difference(at + "/" + n, expected.get(n), array.get(n), byValue);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  /// A word such as `values-value` stands for any value where the entity model says JSON.
  private static Optional<String> primitive(
      String at, JsonPrimitive expected, JsonElement found, boolean byValue) {
    if (byValue) {
      boolean same =
          expected.isNumber() && found instanceof JsonPrimitive number && number.isNumber()
              ? Math.abs(expected.getAsDouble() - number.getAsDouble()) < 1e-8
              : expected.equals(found);
      return same ? Optional.empty() : Optional.of("%s is %s".formatted(at, found));
    }
    boolean anything =
        found.isJsonNull()
            || expected.isString() && expected.getAsString().startsWith("value")
            || expected.isString()
                && expected.getAsString().matches("(formulas|text|number|cellAddresses|\\[).*");
    boolean same =
        anything
            || found instanceof JsonPrimitive value
                && expected.isString() == value.isString()
                && expected.isNumber() == value.isNumber();
    return same ? Optional.empty() : Optional.of("%s is %s, not %s".formatted(at, found, expected));
  }
}
