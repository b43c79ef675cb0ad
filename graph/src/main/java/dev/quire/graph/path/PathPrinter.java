package dev.quire.graph.path;

import dev.quire.graph.edm.Operation;
import java.util.Map;
import java.util.StringJoiner;

/// Writes routes and their steps as URL text.
public final class PathPrinter {
  private static final String BARE_IN_TEXT = "!$:,;@*";

  private PathPrinter() {}

  /// A path that parses to the same route: names as in the model, keys in parentheses.
  public static String path(Route route) {
    var text = new StringBuilder();
    var segments = route.segments();
    for (int i = 0; i < segments.size(); i++) {
      boolean pathEnds = i > 0 && segments.get(i - 1) instanceof Segment.ItemPath;
      text.append(pathEnds ? ":" : "").append(step(segments.get(i)));
    }
    return text.toString();
  }

  /// One step with what parts it from the step before: a slash, or nothing before a key.
  static String step(Segment segment) {
    return switch (segment) {
      case Segment.Root root -> "/" + root.version();
      case Segment.Batch _ -> "/$batch";
      case Segment.Metadata _ -> "/$metadata";
      case Segment.Entrance entrance -> "/" + entrance.entrance().name();
      case Segment.Navigation navigation -> "/" + navigation.property().name();
      case Segment.Key key -> "('" + key(key.value()) + "')";
      case Segment.ItemPath path -> ":/" + itemPath(path.path());
      case Segment.FunctionCall call -> "/" + call(call);
      case Segment.ActionCall call -> "/" + call.action().name();
      case Segment.PropertyAccess access -> "/" + access.property().name();
      case Segment.Count _ -> "/$count";
      case Segment.RawValue _ -> "/$value";
    };
  }

  /// The text of a key between quotes: quotes inside doubled, everything escaped but letters,
  /// digits and `-._~`.
  public static String key(String value) {
    return Percent.encode(value.replace("'", "''"), "");
  }

  /// The text of a string argument between quotes: quotes inside doubled and escaped, the
  /// characters of cell addresses left readable.
  public static String text(String value) {
    return Percent.encode(value.replace("'", "''"), BARE_IN_TEXT);
  }

  private static String itemPath(String path) {
    return Percent.encode(path, "/!$,;@*'()");
  }

  private static String call(Segment.FunctionCall call) {
    boolean bare = !call.missing().isEmpty();
    return bare ? call.function().name() : call(call.function(), call.arguments());
  }

  private static String call(Operation function, Map<String, Argument> arguments) {
    var text = new StringJoiner(",", function.name() + "(", ")");
    arguments.forEach((name, argument) -> text.add(name + "=" + literal(argument)));
    return text.toString();
  }

  private static String literal(Argument argument) {
    return switch (argument) {
      case Argument.Text text -> "'" + text(text.text()) + "'";
      case Argument.Whole whole -> Integer.toString(whole.number());
      case Argument.Flag flag -> Boolean.toString(flag.flag());
      case Argument.Nothing _ -> "null";
    };
  }
}
