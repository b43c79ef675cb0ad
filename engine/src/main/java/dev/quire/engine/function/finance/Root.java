package dev.quire.engine.function.finance;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.function.DoubleUnaryOperator;

/// Finds where a function of an interest rate is zero, by Newton's steps with a measured slope.
final class Root {
  private static final int MAX_STEPS = 100;
  private static final double PRECISE = 1e-14;

  private Root() {}

  /// The rate near a guess; `#NUM!` when the steps do not settle.
  ///
  /// @param lowest rates are above this
  static Scalar near(double guess, double lowest, DoubleUnaryOperator function) {
    double rate = guess;
    for (int step = 0; step < MAX_STEPS; step++) {
      double value = function.applyAsDouble(rate);
      double width = Math.max(Math.abs(rate), 1e-3) * 1e-6;
      double slope =
          (function.applyAsDouble(rate + width) - function.applyAsDouble(rate - width))
              / (2 * width);
      double change = value / slope;
      if (value == 0) {
        return new NumberValue(rate);
      }
      if (!Double.isFinite(change)) {
        return ErrorValue.NUM;
      }
      // A step below the lowest rate would leave the domain: go half the way there.
      double next = rate - change <= lowest ? (rate + lowest) / 2 : rate - change;
      if (Math.abs(next - rate) <= PRECISE * Math.max(1, Math.abs(next))) {
        return NumberValue.of(next);
      }
      rate = next;
    }
    return ErrorValue.NUM;
  }
}
