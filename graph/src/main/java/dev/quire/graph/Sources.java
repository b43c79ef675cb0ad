package dev.quire.graph;

import dev.quire.session.Guids;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Time and chance, as the API takes them from its surroundings.
///
/// @param clock tells the time
/// @param secrets makes what nobody may guess, such as links
/// @param ids makes the ids of what is added to workbooks; may be repeatable
public record Sources(InstantSource clock, RandomGenerator secrets, RandomGenerator ids) {
  /// An id that nobody can guess and nobody else has.
  UUID secretId() {
    return Guids.next(secrets);
  }
}
