package dev.quire.engine.function.stats;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.function.DoubleSupplier;

/// Results of functions that are defined for some numbers only.
final class Domain {
  /// Most degrees of freedom of any distribution (documented for `CHISQ.DIST` and its kin).
  private static final double MOST_DEGREES = 1e10;

  private Domain() {}

  /// What is calculated inside; `#NUM!` outside, and where a series does not converge.
  static Scalar inside(boolean isInside, DoubleSupplier calculation) {
    if (!isInside) {
      return ErrorValue.NUM;
    }
    try {
      return NumberValue.of(calculation.getAsDouble());
    } catch (ArithmeticException notConverging) {
      return ErrorValue.NUM;
    }
  }

  /// The argument at a place without its fraction, as functions take counts.
  static double whole(Arguments a, int place) {
    return Math.floor(a.number(place));
  }

  static boolean areDegrees(double degrees) {
    return degrees >= 1 && degrees <= MOST_DEGREES;
  }

  /// Whether it is a probability that some point lies beyond and some point before.
  static boolean isInner(double probability) {
    return probability > 0 && probability < 1;
  }

  static boolean isProbability(double number) {
    return number >= 0 && number <= 1;
  }
}
