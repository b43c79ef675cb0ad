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
/// @param result what it leads to
/// @param started when it began
public record Operation(
    String id,
    String user,
    BookRef.Key book,
    CompletableFuture<? extends OperationResult> result,
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

  /// What it led to, if it is done and led to something of this kind.
  public <T extends OperationResult> Optional<T> result(Class<T> kind) {
    return status() == Status.SUCCEEDED
        ? Optional.of(result.join()).filter(kind::isInstance).map(kind::cast)
        : Optional.empty();
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
