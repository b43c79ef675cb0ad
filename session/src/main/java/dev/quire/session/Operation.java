package dev.quire.session;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A request that goes on after its answer.
///
/// @param id opaque
/// @param user who asked
/// @param book the workbook it is about
/// @param result the session that it opens
/// @param started when it began
public record Operation(
    String id,
    String user,
    BookRef.Key book,
    CompletableFuture<SessionInfo> result,
    Instant started) {
  /// How far it is.
  public enum Status {
    /// At work.
    RUNNING,
    /// Done; there is a result.
    SUCCEEDED,
    /// Done; there is a reason why there is no result.
    FAILED
  }

  /// How far it is now.
  public Status status() {
    if (!result.isDone()) {
      return Status.RUNNING;
    }
    return result.isCompletedExceptionally() ? Status.FAILED : Status.SUCCEEDED;
  }

  /// The session, once it is open.
  public Optional<SessionInfo> session() {
    return status() == Status.SUCCEEDED ? Optional.of(result.join()) : Optional.empty();
  }

  /// Why it failed, if it did.
  public Optional<Throwable> failure() {
    if (status() != Status.FAILED) {
      return Optional.empty();
    }
    Throwable failure = result.exceptionNow();
    return Optional.of(
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure);
  }
}
