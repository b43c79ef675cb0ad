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
/// @param leavesMoreThan work, counted in simple formulas, beyond which all that nobody reads is
///   left until somebody does; `Long.MAX_VALUE` to leave nothing
/// @param fileName what the file is called that holds the workbook; empty when none does
/// @param threads how many may calculate at once where that pays; what comes out is the same
public record CalculationEnvironment(
    InstantSource clock,
    ZoneId zone,
    RandomGenerator random,
    Duration budget,
    long leavesMoreThan,
    String fileName,
    int threads) {
  /// The work of fewer formulas takes less than a millisecond.
  private static final long WORTH_LEAVING = 5_000;

  /// An environment in which everything is calculated at once.
  public CalculationEnvironment(
      InstantSource clock, ZoneId zone, RandomGenerator random, Duration budget) {
    this(
        clock,
        zone,
        random,
        budget,
        Long.MAX_VALUE,
        "",
        Runtime.getRuntime().availableProcessors());
  }

  /// The same, but much work is left until somebody reads what it comes to.
  public CalculationEnvironment leavingUnread() {
    return leavingMoreThan(WORTH_LEAVING);
  }

  /// The same with another bound for the work that is done at once.
  public CalculationEnvironment leavingMoreThan(long formulas) {
    return new CalculationEnvironment(clock, zone, random, budget, formulas, fileName, threads);
  }

  /// Whether something may be left at all.
  boolean leavesUnread() {
    return leavesMoreThan != Long.MAX_VALUE;
  }

  /// The same with another budget.
  public CalculationEnvironment within(Duration time) {
    return new CalculationEnvironment(clock, zone, random, time, leavesMoreThan, fileName, threads);
  }

  /// The same on so many threads.
  public CalculationEnvironment onThreads(int number) {
    return new CalculationEnvironment(
        clock, zone, random, budget, leavesMoreThan, fileName, number);
  }

  /// The same for a workbook in a file of this name.
  public CalculationEnvironment inFile(String name) {
    return new CalculationEnvironment(clock, zone, random, budget, leavesMoreThan, name, threads);
  }

  /// For looking at what a name stands for: midnight of 1970, and no randomness.
  public static final CalculationEnvironment TIMELESS =
      new CalculationEnvironment(
          () -> Instant.EPOCH, ZoneOffset.UTC, () -> 0, Duration.ofSeconds(5));
}
