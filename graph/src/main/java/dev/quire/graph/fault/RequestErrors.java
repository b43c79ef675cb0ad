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
      case PathFault.TooLong _ -> GraphError.front(414, "BadRequest", fault.getMessage());
      case PathFault.BadEscape _,
          PathFault.UnknownVersion _,
          PathFault.UnknownSegment _,
          PathFault.NothingBehind _,
          PathFault.KeyNotAllowed _,
          PathFault.NoOverload _,
          PathFault.BadSyntax _,
          PathFault.BadItemPath _ ->
          GraphError.badRequest(fault.getMessage());
    };
  }

  /// Query options that cannot be met.
  public static GraphError of(QueryFault fault) {
    return switch (fault) {
      case QueryFault.TooLong _ -> GraphError.front(414, "BadRequest", fault.getMessage());
      case QueryFault.Repeated _,
          QueryFault.Unsupported _,
          QueryFault.OnlyForCollections _,
          QueryFault.IncompatibleTypes _,
          QueryFault.NotOnThisMethod _,
          QueryFault.BadValue _,
          QueryFault.BadSyntax _,
          QueryFault.BadEscape _,
          QueryFault.TooDeep _,
          QueryFault.UnknownProperty _ ->
          GraphError.badRequest(fault.getMessage());
    };
  }

  /// A body that cannot be taken.
  public static GraphError of(JsonFault fault) {
    return switch (fault) {
      case JsonFault.TooLarge _, JsonFault.TooMany _ ->
          GraphError.of(ServiceCode.REQUEST_PAYLOAD_SIZE_LIMIT_EXCEEDED, fault.getMessage());
      case JsonFault.Malformed _, JsonFault.TooDeep _ -> GraphError.badRequest(fault.getMessage());
    };
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
  ///
  /// @param why as part of a sentence
  public static GraphError methodNotAllowed(String method, Optional<String> why) {
    return GraphError.of(
        ErrorCode.METHOD_NOT_ALLOWED,
        "%s cannot be called on this resource%s."
            .formatted(method, why.map(text -> ": " + text).orElse("")));
  }

  /// A file that cannot be replaced while it is open (semantics §4.4, O).
  public static GraphError resourceLocked() {
    return resourceLocked("The resource you are attempting to access is locked");
  }

  /// A file that cannot be changed by this user now.
  ///
  /// @param message why, as a sentence
  public static GraphError resourceLocked(String message) {
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
