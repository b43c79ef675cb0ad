package dev.quire.ooxml.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Until when something must have been read, so that no file keeps a thread for long.
public final class Deadline {
  /// One that never comes.
  public static final Deadline NEVER =
      new Deadline(InstantSource.fixed(Instant.EPOCH), Duration.ZERO);

  private final InstantSource clock;
  private final Duration allowed;
  private final Instant end;

  /// Begins to count.
  ///
  /// @param allowed how long it may take
  public Deadline(InstantSource clock, Duration allowed) {
    this.clock = clock;
    this.allowed = allowed;
    this.end = clock.instant().plus(allowed);
  }

  /// The same, counted from now.
  public Deadline afresh() {
    return new Deadline(clock, allowed);
  }

  /// Throws [XlsxFault.TooSlow] when it is over.
  ///
  /// @param part the part that is being read
  void check(String part) {
    if (clock.instant().isAfter(end)) {
      throw new XlsxFault.TooSlow(part, allowed);
    }
  }
}
