package dev.quire.graph.fault;

import java.util.List;
import java.util.Optional;

/// What goes wrong with sessions (semantics §1).
public final class SessionErrors {
  private static final String GONE = "ItemNotFound";

  private SessionErrors() {}

  /// closeSession or refreshSession without `workbook-session-id` (§1.5, O).
  public static GraphError headerMissing() {
    return GraphError.front(400, "UnknownError", "Bad Request");
  }

  /// A session that expired, was closed, was never there, or belongs to another workbook or user.
  /// The client may make a new one (§1.6; code and text D, word on top `?`).
  public static GraphError reCreatable() {
    return gone(ErrorCode.INVALID_SESSION_RECREATABLE);
  }

  /// The workbook was deleted under its session (§1.6, `?`).
  public static GraphError workbookGone() {
    return gone(ErrorCode.INVALID_SESSION_NOT_FOUND);
  }

  /// The workbook has as many sessions as it may (§1.2, O of 2017; code `?`, text ours).
  public static GraphError tooManySessions(String what) {
    return GraphError.front(429, "TooManyRequests", what);
  }

  private static GraphError gone(ErrorCode code) {
    var detail = new GraphError.Detail(code.code(), code.message());
    return new GraphError(code.status(), GONE, code.message(), List.of(detail), Optional.empty());
  }
}
