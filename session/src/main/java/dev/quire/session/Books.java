package dev.quire.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// The workbooks in memory. Who asks for one that is being read waits for that reading.
final class Books {
  private final ConcurrentMap<BookRef.Key, CompletableFuture<OpenBook>> books =
      new ConcurrentHashMap<>();
  private final BookLoader loader;

  Books(BookLoader loader) {
    this.loader = loader;
  }

  /// The workbook, read now if it is not in memory, and marked as used.
  OpenBook open(BookRef ref, Instant now) {
    var mine = new CompletableFuture<OpenBook>();
    CompletableFuture<OpenBook> held =
        books.compute(
            ref.key(),
            (_, found) -> {
              if (found != null && found.isDone() && !found.isCompletedExceptionally()) {
                join(found).used(now);
              }
              return found == null ? mine : found;
            });
    if (held == mine) {
      read(ref, mine, now);
    }
    return join(held);
  }

  private void read(BookRef ref, CompletableFuture<OpenBook> result, Instant now) {
    try {
      result.complete(OpenBook.open(ref, loader, now));
    } catch (RuntimeException | Error refused) {
      books.remove(ref.key(), result);
      result.completeExceptionally(refused);
    }
  }

  /// The workbook if it is in memory.
  Optional<OpenBook> find(BookRef.Key key) {
    CompletableFuture<OpenBook> found = books.get(key);
    return found == null || !found.isDone() || found.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(join(found));
  }

  /// All workbooks in memory.
  Collection<OpenBook> all() {
    return books.values().stream()
        .filter(book -> book.isDone() && !book.isCompletedExceptionally())
        .map(Books::join)
        .toList();
  }

  /// The workbook if it is in memory, or will be in a moment.
  Optional<OpenBook> await(BookRef.Key key) {
    CompletableFuture<OpenBook> found = books.get(key);
    return found == null
        ? Optional.empty()
        : found.handle((book, _) -> Optional.<OpenBook>ofNullable(book)).join();
  }

  /// Forgets a workbook if it may be, in one step with those who open it.
  ///
  /// @return whether it was forgotten now
  boolean forgetIf(OpenBook book, Predicate<OpenBook> condition) {
    var forgotten = new AtomicBoolean();
    books.computeIfPresent(
        book.key(),
        (_, held) -> {
          forgotten.set(
              held.isDone()
                  && !held.isCompletedExceptionally()
                  && join(held) == book
                  && condition.test(book));
          return forgotten.get() ? null : held;
        });
    return forgotten.get();
  }

  /// Estimated bytes of all workbooks in memory.
  long weight() {
    return all().stream().mapToLong(OpenBook::weight).sum();
  }

  private static OpenBook join(CompletableFuture<OpenBook> book) {
    try {
      return book.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (wrapped.getCause() instanceof Error cause) {
        throw cause;
      }
      throw wrapped;
    }
  }
}
