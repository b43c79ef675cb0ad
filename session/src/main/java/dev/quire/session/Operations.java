package dev.quire.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/// The operations whose results can still be asked for.
final class Operations {
  private final ConcurrentMap<String, Operation> operations = new ConcurrentHashMap<>();
  private final RandomGenerator random;

  /// @param random a source that nobody can foresee
  Operations(RandomGenerator random) {
    this.random = random;
  }

  Operation add(
      String user,
      BookRef.Key book,
      CompletableFuture<? extends OperationResult> result,
      Instant now) {
    var operation = new Operation(Guids.next(random).toString(), user, book, result, now);
    operations.put(operation.id(), operation);
    return operation;
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
