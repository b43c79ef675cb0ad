package dev.quire.graph;

import dev.quire.graph.path.PathPrinter;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import java.util.List;

/// The values of `@odata.context` and `@odata.id` (semantics §3).
final class Context {
  private Context() {}

  /// The context of something reached through keys: the path with its keys as the client sent them.
  ///
  /// @param select the properties asked for, in that order; all when empty
  static String of(Call call, List<String> select) {
    Route route = call.route();
    Segment last = route.last();
    boolean isElement = last instanceof Segment.Key;
    var path = new StringBuilder(item(call));
    List<Segment> steps = route.workbookPart();
    path.append("/workbook");
    List<Segment> shown = isElement ? steps.subList(0, steps.size() - 1) : steps;
    shown.forEach(step -> path.append(step(step)));
    if (!select.isEmpty()) {
      path.append('(').append(String.join(",", select)).append(')');
    }
    boolean isCollection = last.type().filter(type -> type.collection()).isPresent();
    return metadata(call) + path.substring(1) + (isCollection ? "" : "/$entity");
  }

  /// The context of a result that is known by its type alone.
  static String ofType(Call call, String type) {
    return metadata(call) + type;
  }

  /// The address of an entity of the workbook, relative to the version.
  static String id(Call call, String pathInWorkbook) {
    return item(call) + "/workbook" + pathInWorkbook;
  }

  private static String metadata(Call call) {
    return call.request().origin() + "/" + call.route().version() + "/$metadata#";
  }

  /// The file as the service names it: by user for everything but `/drives/{id}`.
  private static String item(Call call) {
    var text = new StringBuilder();
    for (Segment step : call.route().withItem(call.itemId()).itemPart()) {
      text.append(
          step instanceof Segment.Entrance entrance && entrance.entrance().name().equals("me")
              ? "/users('" + PathPrinter.key(call.caller().userId()) + "')"
              : step(step));
    }
    return text.toString();
  }

  private static String step(Segment segment) {
    return switch (segment) {
      case Segment.Entrance entrance -> "/" + entrance.entrance().name();
      case Segment.Navigation navigation -> "/" + navigation.property().name();
      case Segment.Key key -> "('" + PathPrinter.key(key.value()) + "')";
      case Segment.PropertyAccess access -> "/" + access.property().name();
      case Segment.FunctionCall call -> "/" + call.function().name() + "()";
      default -> "";
    };
  }
}
