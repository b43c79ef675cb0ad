package dev.quire.graph.json;

import java.math.BigDecimal;
import java.util.Locale;

/// How numbers are written: the shortest decimal that reads back as the same double, without a
/// fraction when it is whole, and with an exponent (`1E+20`, `1E-07`) only outside 0.00001 ≤ |x| <
/// 1E+20.
final class NumberText {
  private static final double EXACT_LONGS = 9_007_199_254_740_992.0; // 2^53
  private static final int LEAST_PLAIN_EXPONENT = -5;
  private static final int FIRST_EXPONENT_ABOVE = 20;

  private NumberText() {}

  /// @throws IllegalArgumentException when the number is infinite or NaN
  static String of(double value) {
    if (isWhole(value)) {
      return Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    // Double.toString is the shortest since JDK 19, but has its own idea of exponents.
    var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    boolean plain = exponent >= LEAST_PLAIN_EXPONENT && exponent < FIRST_EXPONENT_ABOVE;
    return plain ? shortest.toPlainString() : scientific(shortest, exponent);
  }

  /// Whether the number is whole and a `long` holds it exactly.
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT_LONGS;
  }

  private static String scientific(BigDecimal number, int exponent) {
    var digits = number.unscaledValue().abs().toString();
    var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + String.format(Locale.ROOT, "E%+03d", exponent);
  }
}
