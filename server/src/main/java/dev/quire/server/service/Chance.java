package dev.quire.server.service;

import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// The chance in what users see: the numbers of `RAND` and the ids of worksheets, tables and the
/// like. From a seed it is the same in every run, as long as the requests come in the same order.
/// Session ids, links and keys never depend on it.
final class Chance {
  private final OptionalLong seed;
  private final RandomGenerator unforeseeable;
  private volatile RandomGenerator numbers;
  private volatile RandomGenerator ids;

  /// @param seed none for chance that nobody can foresee
  /// @param unforeseeable where ids come from without a seed; safe for several threads
  Chance(OptionalLong seed, RandomGenerator unforeseeable) {
    this.seed = seed;
    this.unforeseeable = unforeseeable;
    this.numbers = numbersFrom(seed);
    this.ids = idsFrom(seed);
  }

  /// For formulas; safe for several threads.
  RandomGenerator numbers() {
    return () -> numbers.nextLong();
  }

  /// For ids; safe for several threads.
  RandomGenerator ids() {
    return () -> ids.nextLong();
  }

  /// Begins at the seed again.
  void restart() {
    numbers = numbersFrom(seed);
    ids = idsFrom(seed);
  }

  private static RandomGenerator numbersFrom(OptionalLong seed) {
    return seed.isPresent()
        ? new Random(seed.getAsLong())
        : () -> ThreadLocalRandom.current().nextLong();
  }

  /// Of another sequence, so that a new worksheet does not change the numbers.
  private RandomGenerator idsFrom(OptionalLong seed) {
    return seed.isPresent() ? new Random(~seed.getAsLong()) : unforeseeable;
  }
}
