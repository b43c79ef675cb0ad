package dev.quire.graph.path;

import java.util.List;

/// What `@odata.context` and `@odata.id` say about a route (semantics §3).
public final class ContextUrl {
  private static final String ONE = "/$entity";
  private static final String ME = "me";

  private ContextUrl() {}

  /// What follows `$metadata#` in the context of an answer. Keys are echoed as the client sent them
  /// (O); results of functions and actions are named by their type (O of 2024).
  ///
  /// @param route what was asked for; its last step leads to data
  /// @param userId the id of the caller, which stands for `me`
  /// @param select what the client selected, empty for everything
  public static String fragment(Route route, String userId, List<String> select) {
    var shown = select.isEmpty() ? "" : "(" + String.join(",", select) + ")";
    var segments = route.segments().subList(1, route.segments().size());
    return switch (route.last()) {
      case Segment.FunctionCall call -> typeName(call) + shown;
      case Segment.ActionCall call -> typeName(call) + shown;
      case Segment.Key key -> entity(segments.subList(0, segments.size() - 1), userId, shown);
      case Segment.ItemPath _ -> entity(segments, userId, shown);
      case Segment.Navigation step ->
          step.property().type().collection()
              ? path(segments, userId) + shown
              : entity(segments, userId, shown);
      case Segment.Entrance step ->
          step.entrance().type().collection() || !isMe(step)
              ? path(segments, userId) + shown
              : "users" + shown + ONE;
      case Segment.PropertyAccess _ -> path(segments, userId);
      case Segment.RawValue _ -> path(segments, userId);
      case Segment.Count _ -> path(segments, userId);
      case Segment.Root _ -> "";
      case Segment.Batch _ -> "";
      case Segment.Metadata _ -> "";
    };
  }

  /// The address of a workbook as `@odata.id` begins: `/users('…')/drive/items('…')/workbook`.
  ///
  /// @param route leads into the workbook; its file has been named by [Route#withItem]
  /// @param userId the id of the caller, which stands for `me`
  public static String workbook(Route route, String userId) {
    return "/" + path(route.itemPart(), userId) + "/workbook";
  }

  private static String typeName(Segment call) {
    return call.type().map(type -> type.qualifiedName()).orElse("Edm.Null");
  }

  private static String entity(List<Segment> segments, String userId, String shown) {
    return path(segments, userId) + shown + ONE;
  }

  private static String path(List<Segment> segments, String userId) {
    var text = new StringBuilder();
    for (var segment : segments) {
      if (segment instanceof Segment.Entrance step && isMe(step)) {
        text.append("/users('").append(PathPrinter.key(userId)).append("')");
      } else if (!(segment instanceof Segment.ItemPath)) { // left out: `drive/root/workbook`
        text.append(PathPrinter.step(segment));
      }
    }
    return text.substring(1);
  }

  private static boolean isMe(Segment.Entrance step) {
    return step.entrance().name().equals(ME);
  }
}
