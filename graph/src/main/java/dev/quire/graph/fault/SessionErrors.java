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

  /// The session is fine but not allowed to do this (§1.6, D).
  public static GraphError restricted() {
    return GraphError.of(ErrorCode.INVALID_SESSION_RESTRICTED);
  }

  /// A persistent session without edit right (§1.2, O).
  public static GraphError editAccessDenied() {
    return GraphError.of(ServiceCode.EDIT_MODE_ACCESS_DENIED);
  }

  /// Another client holds the lock (§1.2, O).
  ///
  /// @param holder who
  public static GraphError lockHeld(String holder) {
    return GraphError.of(
        ServiceCode.EDIT_MODE_CANNOT_ACQUIRE_LOCK, holder + " is editing this workbook.");
  }

  /// Too many requests fight for the lock (§1.2, O; text ours).
  public static GraphError lockCrowded() {
    return GraphError.of(ServiceCode.EDIT_MODE_CANNOT_ACQUIRE_LOCK_TOO_MANY_REQUESTS);
  }

  /// The workbook has as many sessions as it may (§1.2, O of 2017; code `?`).
  public static GraphError tooManySessions(int limit) {
    return GraphError.front(
        429,
        "TooManyRequests",
        "The workbook has %d open sessions, which is the limit.".formatted(limit));
  }

  private static GraphError gone(ErrorCode code) {
    var detail = new GraphError.Detail(code.code(), code.message());
    return new GraphError(code.status(), GONE, code.message(), List.of(detail), Optional.empty());
  }
}
