package dev.quire.engine.function.math;

import dev.quire.engine.formula.Ordering;

/// Whole numbers near a quotient. A quotient that differs from a whole number only beyond 15 digits
/// counts as whole: 0.3 is three times 0.1.
final class Multiples {
  private Multiples() {}

  static double up(double quotient) {
    double whole = Math.rint(quotient);
    return Ordering.equalIn15Digits(whole, quotient) ? whole : Math.ceil(quotient);
  }

  static double down(double quotient) {
    double whole = Math.rint(quotient);
    return Ordering.equalIn15Digits(whole, quotient) ? whole : Math.floor(quotient);
  }

  /// The multiple of `step` not below a number; 0 when there is no step.
  static double up(double number, double step) {
    return step == 0 ? 0 : up(number / step) * step;
  }

  /// The multiple of `step` not above a number; 0 when there is no step.
  static double down(double number, double step) {
    return step == 0 ? 0 : down(number / step) * step;
  }
}
