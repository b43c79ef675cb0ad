package dev.quire.session;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Random GUIDs (version 4 of RFC 9562), from a source that is given: where that can be repeated,
/// so can the ids.
public final class Guids {
  private Guids() {}

  /// The next one.
  public static UUID next(RandomGenerator random) {
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() & ~(0xC0L << 56) | 0x80L << 56;
    return new UUID(high, low);
  }
}
