package dev.quire.graph.fault;

import dev.quire.graph.json.JsonFault;
import dev.quire.graph.path.PathFault;
import dev.quire.graph.query.QueryFault;
import java.util.List;
import java.util.Optional;

/// What goes wrong before anything is looked up: the path, the query options, the body, the token,
/// the drive. Raised before Excel is asked, so without codes inside (semantics §4.1, O).
public final class RequestErrors {
  private RequestErrors() {}

  /// A path that is not one.
  public static GraphError of(PathFault fault) {
    return switch (fault) {
      case PathFault.TooLong f -> GraphError.front(414, "BadRequest", f.getMessage());
      case PathFault.BadEscape f -> GraphError.badRequest(f.getMessage());
      case PathFault.UnknownVersion f -> GraphError.badRequest(f.getMessage());
      case PathFault.UnknownSegment f -> GraphError.badRequest(f.getMessage());
      case PathFault.NothingBehind f -> GraphError.badRequest(f.getMessage());
      case PathFault.KeyNotAllowed f -> GraphError.badRequest(f.getMessage());
      case PathFault.NoOverload f -> GraphError.badRequest(f.getMessage());
      case PathFault.BadSyntax f -> GraphError.badRequest(f.getMessage());
      case PathFault.BadItemPath f -> GraphError.badRequest(f.getMessage());
    };
  }

  /// Query options that cannot be met.
  public static GraphError of(QueryFault fault) {
    return switch (fault) {
      case QueryFault.TooLong f -> GraphError.front(414, "BadRequest", f.getMessage());
      case QueryFault.Repeated f -> GraphError.badRequest(f.getMessage());
      case QueryFault.Unsupported f -> GraphError.badRequest(f.getMessage());
      case QueryFault.NotOnThisMethod f -> GraphError.badRequest(f.getMessage());
      case QueryFault.BadValue f -> GraphError.badRequest(f.getMessage());
      case QueryFault.BadSyntax f -> GraphError.badRequest(f.getMessage());
      case QueryFault.BadEscape f -> GraphError.badRequest(f.getMessage());
      case QueryFault.TooDeep f -> GraphError.badRequest(f.getMessage());
      case QueryFault.UnknownProperty f -> GraphError.badRequest(f.getMessage());
    };
  }

  /// A body that cannot be taken.
  public static GraphError of(JsonFault fault) {
    return switch (fault) {
      case JsonFault.Malformed f -> GraphError.badRequest(f.getMessage());
      case JsonFault.TooDeep f -> GraphError.badRequest(f.getMessage());
      case JsonFault.TooLarge f -> tooLarge(f);
      case JsonFault.TooMany f -> tooLarge(f);
    };
  }

  private static GraphError tooLarge(JsonFault fault) {
    return GraphError.of(ServiceCode.REQUEST_PAYLOAD_SIZE_LIMIT_EXCEEDED, fault.getMessage());
  }

  /// No token, or an empty one (semantics §5, O).
  public static GraphError tokenMissing() {
    return tokenRefused("Access token is empty.");
  }

  /// A token that nobody vouches for.
  ///
  /// @param reason why, without secrets
  public static GraphError tokenRefused(String reason) {
    return GraphError.front(401, "InvalidAuthenticationToken", reason);
  }

  /// A token without the permission (semantics §5, O).
  ///
  /// @param reason which permission is missing
  public static GraphError accessDenied(String reason) {
    return GraphError.front(403, "accessDenied", reason);
  }

  /// No such drive or drive item (semantics §4.1, O).
  public static GraphError itemNotFound(String what) {
    return GraphError.front(404, "itemNotFound", what);
  }

  /// A file that is no workbook (semantics §2.1, O: csv, ods, odt, xls answer so).
  public static GraphError notAWorkbook() {
    return GraphError.front(403, "AccessDenied", "Could not obtain a WAC access token.");
  }

  /// A method that the resource does not have.
  public static GraphError methodNotAllowed(String method, String resource) {
    return GraphError.of(
        ErrorCode.METHOD_NOT_ALLOWED, "%s cannot be called on %s.".formatted(method, resource));
  }

  /// A file that cannot be replaced while it is open (semantics §4.4, O).
  public static GraphError resourceLocked() {
    var message = "The resource you are attempting to access is locked";
    var detail = new GraphError.Detail("resourceLocked", message);
    return new GraphError(423, "notAllowed", message, List.of(detail), Optional.empty());
  }

  /// An item that is no longer what `If-Match` says.
  public static GraphError resourceModified(String what) {
    return GraphError.front(412, "resourceModified", what);
  }

  /// A name that is taken in a folder.
  public static GraphError nameAlreadyExists(String what) {
    return GraphError.front(409, "nameAlreadyExists", what);
  }

  /// Too many requests in a span of time (semantics §14, O).
  public static GraphError throttled(String caller) {
    return GraphError.front(
        429,
        "TooManyRequests",
        "Too many requests from Identifier:%s under category:throttle.aad.ags.excel.app."
            .formatted(caller));
  }

  /// An operation that the API has and that is not served here.
  ///
  /// @param operation its name, as precise as is known
  public static GraphError notServed(String operation) {
    return GraphError.of(
        ErrorCode.NOT_IMPLEMENTED_UNCATEGORIZED,
        "%s is part of the API but is not served here yet.".formatted(operation));
  }

  /// A mistake of ours.
  public static GraphError internal() {
    return GraphError.of(ErrorCode.GENERAL_EXCEPTION);
  }
}
