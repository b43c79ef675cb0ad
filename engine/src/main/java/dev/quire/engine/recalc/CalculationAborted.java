package dev.quire.engine.recalc;

import java.time.Duration;

/// A calculation took longer than it may. Nothing of it is kept.
public final class CalculationAborted extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param budget how long it may take
  CalculationAborted(Duration budget) {
    super("calculation stopped after " + budget.toMillis() + " ms", null, false, false);
  }
}
