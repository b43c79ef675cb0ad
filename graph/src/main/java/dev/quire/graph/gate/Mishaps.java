package dev.quire.graph.gate;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.fault.GraphError;
import dev.quire.store.Item;
import java.util.Optional;
import java.util.function.Supplier;

/// What goes wrong with requests because somebody ordered it, to see how clients take it. Asked
/// once a caller is known and before anything is done, so that nothing has happened when a request
/// is refused.
@FunctionalInterface
public interface Mishaps {
  /// Nothing ever goes wrong.
  Mishaps NONE = (_, _) -> Optional.empty();

  /// What goes wrong with this request; may take its time to say.
  ///
  /// @param file finds the file that the request is about, by whatever address
  Optional<Mishap> next(GraphRequest request, Supplier<Optional<Item>> file);

  /// Something that goes wrong.
  sealed interface Mishap {}

  /// The request is refused.
  ///
  /// @param retryAfterSeconds what `Retry-After` says with 429 and 503
  record Refusal(GraphError error, int retryAfterSeconds) implements Mishap {}

  /// Downloads answer what the file had before it was written.
  ///
  /// @param old to be filled before a write, and given out when a download meets this
  record Lag(OldContent old) implements Mishap {}

  /// The connection ends without an answer.
  record Drop() implements Mishap {}
}
