package dev.quire.engine.recalc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/// What a calculation takes from the world.
///
/// @param clock tells `NOW` and `TODAY` the moment, once for each calculation
/// @param zone the zone in which they are told
/// @param random where `RAND` takes its numbers; used by one calculation at a time
/// @param budget how long one calculation may take
public record CalculationEnvironment(
    InstantSource clock, ZoneId zone, RandomGenerator random, Duration budget) {
  /// The same with another budget.
  public CalculationEnvironment within(Duration time) {
    return new CalculationEnvironment(clock, zone, random, time);
  }

  /// For looking at what a name stands for: midnight of 1970, and no randomness.
  static final CalculationEnvironment TIMELESS =
      new CalculationEnvironment(
          () -> Instant.EPOCH, ZoneOffset.UTC, () -> 0, Duration.ofSeconds(5));
}
