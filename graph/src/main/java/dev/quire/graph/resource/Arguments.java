package dev.quire.graph.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.path.Argument;
import java.util.Map;
import java.util.Optional;

/// The arguments of a function or action: those of the URL, then those of the body, whose names are
/// compared without case. An argument that is null counts as absent.
///
/// @param inPath arguments of the URL by their name in the model
/// @param inBody the body; an empty object when there was none
public record Arguments(Map<String, Argument> inPath, JsonObject inBody) {
  /// A text, empty when it is absent.
  ///
  /// @throws BadArgument when it is something else than a text
  public Optional<String> findText(String name) {
    return inPath.get(name) instanceof Argument.Text(String text)
        ? Optional.of(text)
        : Bodies.findText(inBody, name);
  }

  /// A text that must be given.
  public String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  /// A whole number, empty when it is absent.
  ///
  /// @throws BadArgument when it is something else than a whole number
  public Optional<Integer> findInteger(String name) {
    return inPath.get(name) instanceof Argument.Whole(int number)
        ? Optional.of(number)
        : Bodies.findInteger(inBody, name);
  }

  /// A whole number that must be given.
  public int integer(String name) {
    return findInteger(name).orElseThrow(() -> missing(name));
  }

  /// True or false, empty when it is absent.
  ///
  /// @throws BadArgument when it is something else
  public Optional<Boolean> findFlag(String name) {
    return inPath.get(name) instanceof Argument.Flag(boolean flag)
        ? Optional.of(flag)
        : Bodies.findFlag(inBody, name);
  }

  private static BadArgument missing(String name) {
    return new BadArgument("The argument '%s' is missing.".formatted(name));
  }
}
