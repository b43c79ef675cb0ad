package dev.quire.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The operations whose results can still be asked for.
final class Operations {
  private final ConcurrentMap<String, Operation> operations = new ConcurrentHashMap<>();
  private final RandomGenerator random;
  private final Executor executor;

  /// @param random a source that nobody can foresee
  /// @param executor does what they are about
  Operations(RandomGenerator random, Executor executor) {
    this.random = random;
    this.executor = executor;
  }

  /// Begins one.
  ///
  /// @param patience how long to wait for its result; zero to wait not at all
  Operation begin(
      String user,
      BookRef.Key book,
      Supplier<? extends OperationResult> work,
      Duration patience,
      Instant now) {
    CompletableFuture<OperationResult> result = CompletableFuture.supplyAsync(work::get, executor);
    var operation = new Operation(Guids.next(random).toString(), user, book, result, now);
    operations.put(operation.id(), operation);
    if (patience.isPositive()) {
      await(result, patience);
    }
    return operation;
  }

  private static void await(CompletableFuture<OperationResult> result, Duration patience) {
    try {
      result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException _) {
      // The operation tells either: still running, or failed and why.
    }
  }

  Optional<Operation> find(String user, BookRef.Key book, String id) {
    return Optional.ofNullable(operations.get(id))
        .filter(operation -> operation.user().equals(user) && operation.book().equals(book));
  }

  void sweep(Instant now, Duration life) {
    operations
        .values()
        .removeIf(operation ->
            operation.result().isDone() && !now.isBefore(operation.started().plus(life)));
  }
}
