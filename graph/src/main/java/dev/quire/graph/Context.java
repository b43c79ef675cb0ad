package dev.quire.graph;

import dev.quire.graph.path.ContextUrl;
import dev.quire.graph.path.Route;
import java.util.List;

/// The values of `@odata.context` and `@odata.id` (semantics §3), which begin with the address that
/// the client used for this server.
final class Context {
  private Context() {}

  /// The context of what the path of a request leads to.
  ///
  /// @param select the properties asked for, in that order; all when empty
  static String of(Call call, List<String> select) {
    return metadata(call) + ContextUrl.fragment(route(call), call.caller().userId(), select);
  }

  /// The context of a new element of the collection that the path leads to.
  static String ofNew(Call call) {
    return of(call, List.of()) + "/$entity";
  }

  /// The context of a result that is known by its type alone.
  static String ofType(Call call, String type) {
    return metadata(call) + type;
  }

  /// The address of an entity of the workbook, relative to the version.
  static String id(Call call, String pathInWorkbook) {
    return ContextUrl.workbook(route(call), call.caller().userId()) + pathInWorkbook;
  }

  private static String metadata(Call call) {
    return call.request().origin() + "/" + call.route().version() + "/$metadata#";
  }

  private static Route route(Call call) {
    return call.itemId().isEmpty() ? call.route() : call.route().withItem(call.itemId());
  }
}
