package dev.quire.engine.recalc;

import java.time.Duration;

/// When a calculation has to be done.
///
/// @param budget how long it may take in all
/// @param endNanos the end on the clock of `System.nanoTime`
record Deadline(Duration budget, long endNanos) {
  static Deadline in(Duration budget) {
    return new Deadline(budget, System.nanoTime() + budget.toNanos());
  }

  /// Throws [CalculationAborted] once time is up.
  void check() {
    if (System.nanoTime() - endNanos > 0) {
      throw new CalculationAborted(budget);
    }
  }
}
