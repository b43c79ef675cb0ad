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
/// @param sharesAfter how long one thread alone calculates a column before it gets help
public record CalculationEnvironment(
    InstantSource clock,
    ZoneId zone,
    RandomGenerator random,
    Duration budget,
    long leavesMoreThan,
    String fileName,
    int threads,
    Duration sharesAfter) {
  /// The work of fewer formulas takes less than a millisecond.
  private static final long WORTH_LEAVING = 5_000;

  /// In less time a second thread hardly gets going, and the processor time of both is more.
  private static final Duration WORTH_SHARING = Duration.ofMillis(20);

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
        Runtime.getRuntime().availableProcessors(),
        WORTH_SHARING);
  }

  /// The same, but much work is left until somebody reads what it comes to.
  public CalculationEnvironment leavingUnread() {
    return leavingMoreThan(WORTH_LEAVING);
  }

  /// The same with another bound for the work that is done at once.
  public CalculationEnvironment leavingMoreThan(long formulas) {
    return new CalculationEnvironment(
        clock, zone, random, budget, formulas, fileName, threads, sharesAfter);
  }

  /// Whether something may be left at all.
  boolean leavesUnread() {
    return leavesMoreThan != Long.MAX_VALUE;
  }

  /// The same with another budget.
  public CalculationEnvironment within(Duration time) {
    return new CalculationEnvironment(
        clock, zone, random, time, leavesMoreThan, fileName, threads, sharesAfter);
  }

  /// The same on so many threads.
  ///
  /// @param after how long one of them calculates a column alone
  public CalculationEnvironment onThreads(int number, Duration after) {
    return new CalculationEnvironment(
        clock, zone, random, budget, leavesMoreThan, fileName, number, after);
  }

  /// The same for a workbook in a file of this name.
  public CalculationEnvironment inFile(String name) {
    return new CalculationEnvironment(
        clock, zone, random, budget, leavesMoreThan, name, threads, sharesAfter);
  }

  /// For looking at what a name stands for: midnight of 1970, and no randomness.
  public static final CalculationEnvironment TIMELESS =
      new CalculationEnvironment(
          () -> Instant.EPOCH, ZoneOffset.UTC, () -> 0, Duration.ofSeconds(5));
}
