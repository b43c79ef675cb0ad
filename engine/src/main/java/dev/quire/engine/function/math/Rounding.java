package dev.quire.engine.function.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Decimal rounding of binary numbers. A number is first taken at the 15 digits that Excel shows:
/// 2.675 rounds to 2.68 although its double lies just below.
public final class Rounding {
  private static final MathContext DIGITS_15 = new MathContext(15, RoundingMode.HALF_UP);

  /// No double has a digit beyond these.
  private static final int MAX_DIGITS = 400;

  private Rounding() {}

  /// Rounds to so many decimals, or before the point when negative.
  public static double round(double number, int digits, RoundingMode mode) {
    if (number == 0 || digits > MAX_DIGITS) {
      return number;
    }
    if (digits < -MAX_DIGITS) {
      return 0;
    }
    BigDecimal shown = new BigDecimal(number).round(DIGITS_15);
    if (shown.scale() <= digits && shown.precision() <= 15 && shown.doubleValue() == number) {
      return number;
    }
    double rounded = shown.setScale(digits, mode).doubleValue();
    return rounded == 0 ? 0 : rounded;
  }
}
