package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.path.Argument;
import java.util.Map;
import java.util.Optional;

/// The arguments of a function or action: those of the URL, then those of the body, whose names are
/// compared without case.
///
/// @param inPath arguments of the URL by their name in the model
/// @param inBody the body; an empty object when there was none
public record Arguments(Map<String, Argument> inPath, JsonObject inBody) {
  /// A text, empty when it is absent or null.
  ///
  /// @throws BadArgument when it is something else than a text
  public Optional<String> findText(String name) {
    Argument argument = inPath.get(name);
    if (argument instanceof Argument.Text(String text)) {
      return Optional.of(text);
    }
    return find(name)
        .map(json -> {
          if (json instanceof JsonText(String text)) {
            return text;
          }
          throw wrong(name, "a string");
        });
  }

  /// A text that must be given.
  public String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  /// A whole number, empty when it is absent or null.
  ///
  /// @throws BadArgument when it is something else than a whole number
  public Optional<Integer> findInteger(String name) {
    Argument argument = inPath.get(name);
    if (argument instanceof Argument.Whole(int number)) {
      return Optional.of(number);
    }
    return find(name)
        .map(json -> {
          if (json instanceof JsonNumber number
              && number.value() == Math.rint(number.value())
              && Math.abs(number.value()) <= Integer.MAX_VALUE) {
            return (int) number.value();
          }
          throw wrong(name, "a whole number");
        });
  }

  /// A whole number that must be given.
  public int integer(String name) {
    return findInteger(name).orElseThrow(() -> missing(name));
  }

  /// True or false, empty when it is absent or null.
  ///
  /// @throws BadArgument when it is something else
  public Optional<Boolean> findFlag(String name) {
    Argument argument = inPath.get(name);
    if (argument instanceof Argument.Flag(boolean flag)) {
      return Optional.of(flag);
    }
    return find(name)
        .map(json -> {
          if (json instanceof JsonFlag(boolean flag)) {
            return flag;
          }
          throw wrong(name, "true or false");
        });
  }

  private Optional<Json> find(String name) {
    return inBody.find(name).filter(json -> !(json instanceof JsonNull));
  }

  private static BadArgument wrong(String name, String expected) {
    return new BadArgument("The argument '%s' has to be %s.".formatted(name, expected));
  }

  private static BadArgument missing(String name) {
    return new BadArgument("The argument '%s' is missing.".formatted(name));
  }
}
