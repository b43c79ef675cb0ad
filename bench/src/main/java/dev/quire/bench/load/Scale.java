package dev.quire.bench.load;

import java.time.Duration;

/// How much of everything.
///
/// @param sessions what-if sessions open at once
/// @param trials writes that are looked for in the file
/// @param rows rows added in parallel
/// @param connections connections that say nothing
/// @param sustained how long the mixed load goes on
record Scale(int sessions, int trials, int rows, int connections, Duration sustained) {
  static final Scale FULL = new Scale(1_000, 10_000, 100, 10_000, Duration.ofMinutes(10));

  /// For the test suite.
  static final Scale SMALL = new Scale(30, 60, 30, 300, Duration.ofSeconds(6));

  Scale lasting(Duration other) {
    return new Scale(sessions, trials, rows, connections, other);
  }
}
