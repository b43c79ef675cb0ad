package dev.quire.engine.recalc;

import java.time.Duration;

/// A calculation took longer or more room than it may. Nothing of it is kept.
public final class CalculationAborted extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param budget how long it may take
  CalculationAborted(Duration budget) {
    this("calculation stopped after " + budget.toMillis() + " ms");
  }

  CalculationAborted(String message) {
    super(message, null, false, false);
  }
}
