package dev.quire.graph.gate;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.fault.GraphError;
import java.util.Optional;

/// What goes wrong with requests because somebody ordered it, to see how clients take it. Asked
/// once a caller is known and before anything is done, so that nothing has happened when a request
/// is refused.
@FunctionalInterface
public interface Mishaps {
  /// Nothing ever goes wrong.
  Mishaps NONE = _ -> Optional.empty();

  /// What goes wrong with this request; may take its time to say.
  Optional<Mishap> next(GraphRequest request);

  /// Something that goes wrong.
  sealed interface Mishap {}

  /// The request is refused.
  ///
  /// @param retryAfterSeconds what `Retry-After` says with 429 and 503
  record Refusal(GraphError error, int retryAfterSeconds) implements Mishap {}

  /// The connection ends without an answer.
  record Drop() implements Mishap {}
}
