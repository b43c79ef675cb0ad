package dev.quire.engine.numfmt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal digits of a magnitude, at most 15 significant ones as Excel keeps them. The value is
/// 0.d₀d₁d₂… × 10^point; there are no trailing zeros, and zero has no digits. Mutable: made afresh
/// for each number that is formatted.
final class Decimal {
  private static final int PRECISION = 15;
  private static final MathContext FIFTEEN = new MathContext(PRECISION, RoundingMode.HALF_UP);

  /// Whole numbers below this have at most 15 digits.
  private static final double WHOLE_LIMIT = 1e15;

  private final byte[] digits = new byte[20];
  private int count;
  private int point;

  private Decimal() {}

  /// The digits of a magnitude, which is finite and not negative.
  static Decimal of(double magnitude) {
    var decimal = new Decimal();
    long whole = (long) magnitude;
    if (magnitude < WHOLE_LIMIT && whole == magnitude) {
      decimal.readWhole(whole);
    } else {
      decimal.readShortest(magnitude);
    }
    decimal.trim();
    return decimal;
  }

  private void readWhole(long whole) {
    long rest = whole;
    while (rest > 0) {
      count++;
      rest /= 10;
    }
    rest = whole;
    for (int at = count - 1; at >= 0; at--) {
      digits[at] = (byte) (rest % 10);
      rest /= 10;
    }
    point = count;
  }

  /// Reads `12.345`, `1.2345E-7`: at most 17 digits, the shortest that tell this double from its
  /// neighbours.
  private void readShortest(double magnitude) {
    String text = Double.toString(magnitude);
    int pointAt = -1;
    int exponent = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        pointAt = count;
      } else if (c == 'E') {
        exponent = Integer.parseInt(text, i + 1, text.length(), 10);
        break;
      } else {
        digits[count++] = (byte) (c - '0');
      }
    }
    point = pointAt + exponent;
    dropLeadingZeros();
    trim();
    if (count > PRECISION) {
      roundToPrecision(magnitude);
    }
  }

  private void dropLeadingZeros() {
    int zeros = 0;
    while (zeros < count && digits[zeros] == 0) {
      zeros++;
    }
    if (zeros > 0) {
      System.arraycopy(digits, zeros, digits, 0, count - zeros);
      count -= zeros;
      point -= zeros;
    }
  }

  /// Rounds the shortest digits, except when they end in a lone 5: the double itself may lie just
  /// below it, so then its exact value decides.
  private void roundToPrecision(double magnitude) {
    if (count == PRECISION + 1 && digits[PRECISION] == 5) {
      var exact = new BigDecimal(magnitude).round(FIFTEEN);
      String unscaled = exact.unscaledValue().toString();
      count = unscaled.length();
      for (int i = 0; i < count; i++) {
        digits[i] = (byte) (unscaled.charAt(i) - '0');
      }
      point = count - exact.scale();
    } else {
      keep(PRECISION);
    }
  }

  /// Cuts to so many digits, rounding half away from zero.
  private void keep(int kept) {
    if (kept >= count) {
      return;
    }
    if (kept < 0) {
      count = 0;
      return;
    }
    boolean up = digits[kept] >= 5;
    count = kept;
    if (up) {
      increment();
    }
    trim();
  }

  private void increment() {
    int at = count - 1;
    while (at >= 0 && digits[at] == 9) {
      at--;
    }
    if (at < 0) {
      digits[0] = 1;
      count = 1;
      point++;
    } else {
      digits[at]++;
      count = at + 1;
    }
  }

  private void trim() {
    while (count > 0 && digits[count - 1] == 0) {
      count--;
    }
    if (count == 0) {
      point = 0;
    }
  }

  /// Rounds half away from zero to so many digits after the decimal point.
  void round(int decimals) {
    int kept = point + decimals;
    keep(kept);
    if (count == 0) {
      point = 0;
    }
  }

  /// Multiplies by a power of ten.
  void shift(int powerOfTen) {
    if (count > 0) {
      point += powerOfTen;
    }
  }

  boolean isZero() {
    return count == 0;
  }

  /// Number of digits before the decimal point; 0 below one, negative after leading zeros.
  int point() {
    return point;
  }

  /// Number of digits before the decimal point, 0 below one.
  int wholeDigits() {
    return Math.max(point, 0);
  }

  /// Number of digits after the decimal point that are not trailing zeros.
  int decimals() {
    return Math.max(count - point, 0);
  }

  /// The digit at a place before the point, 0 for the ones, 1 for the tens.
  char wholeDigit(int place) {
    return at(point - 1 - place);
  }

  /// The digit at a place after the point, 0 for the tenths.
  char decimalDigit(int place) {
    return at(point + place);
  }

  private char at(int index) {
    return index >= 0 && index < count ? (char) ('0' + digits[index]) : '0';
  }
}
