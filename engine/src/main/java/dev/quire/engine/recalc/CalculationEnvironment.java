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
/// @param leavesUnread whether much work may be left until somebody reads what it comes to
public record CalculationEnvironment(
    InstantSource clock,
    ZoneId zone,
    RandomGenerator random,
    Duration budget,
    boolean leavesUnread) {
  /// An environment in which everything is calculated at once.
  public CalculationEnvironment(
      InstantSource clock, ZoneId zone, RandomGenerator random, Duration budget) {
    this(clock, zone, random, budget, false);
  }

  /// The same, but much work is left until somebody reads what it comes to.
  public CalculationEnvironment leavingUnread() {
    return new CalculationEnvironment(clock, zone, random, budget, true);
  }

  /// The same with another budget.
  public CalculationEnvironment within(Duration time) {
    return new CalculationEnvironment(clock, zone, random, time, leavesUnread);
  }

  /// For looking at what a name stands for: midnight of 1970, and no randomness.
  public static final CalculationEnvironment TIMELESS =
      new CalculationEnvironment(
          () -> Instant.EPOCH, ZoneOffset.UTC, () -> 0, Duration.ofSeconds(5));
}
