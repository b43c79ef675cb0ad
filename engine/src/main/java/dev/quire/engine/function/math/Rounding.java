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

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  /// With so large a number in the last place wanted, 15 digits still reach two places further.
  private static final double MOST_SCALED = 1e12;

  /// More than a number below [#MOST_SCALED] moves by scaling and by showing it in 15 digits.
  private static final double NEAR_MIDDLE = 0.01;

  private Rounding() {}

  /// Rounds to so many decimals, or before the point when negative.
  public static double round(double number, int digits, RoundingMode mode) {
    if (number == 0 || digits > MAX_DIGITS) {
      return number;
    }
    if (digits < -MAX_DIGITS) {
      return 0;
    }
    if (mode == RoundingMode.HALF_UP && digits >= 0 && digits < POWERS.length) {
      double scaled = Math.abs(number) * POWERS[digits];
      double whole = Math.floor(scaled);
      // Away from the middle between two results, the 15 digits shown cannot decide otherwise; and
      // the quotient of two exact numbers is the double nearest to that decimal.
      if (scaled < MOST_SCALED && Math.abs(scaled - whole - 0.5) > NEAR_MIDDLE) {
        double size = (scaled - whole > 0.5 ? whole + 1 : whole) / POWERS[digits];
        return size == 0 ? 0 : number < 0 ? -size : size;
      }
    }
    BigDecimal shown = new BigDecimal(number).round(DIGITS_15);
    if (shown.scale() <= digits && shown.precision() <= 15 && shown.doubleValue() == number) {
      return number;
    }
    double rounded = shown.setScale(digits, mode).doubleValue();
    return rounded == 0 ? 0 : rounded;
  }
}
