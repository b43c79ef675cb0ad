package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.Ascii;

/// Numbers as cells write them.
public final class Numbers {
  /// Powers of ten that a double holds exactly.
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long EXACT = 1L << 53;
  private static final int MAX_LENGTH = 400;

  /// Below this one more digit fits into a long, whichever it is.
  private static final long LONG_BOUND = 100_000_000_000_000_000L;

  private Numbers() {}

  /// The number that bytes spell, blanks around it allowed. NaN when they spell none, infinite when
  /// it is too large.
  ///
  /// Up to 2^53 and 10^22 one multiplication or division of exact numbers rounds correctly
  /// (Clinger, How to read floating point numbers accurately, 1990); what has more digits, as many
  /// as Excel writes, goes through [DecimalRounding]; the rest is left to Java.
  static double parse(byte[] bytes, int first, int last) {
    int from = first;
    int to = last;
    while (from < to && bytes[from] <= ' ') {
      from++;
    }
    while (to > from && bytes[to - 1] <= ' ') {
      to--;
    }
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    at += negative || at < to && bytes[at] == '+' ? 1 : 0;
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean point = false;
    boolean overflows = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        if (digits < LONG_BOUND) {
          digits = digits * 10 + digit;
        } else {
          overflows = true;
        }
        count++;
        scale -= point ? 1 : 0;
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (at < to || overflows || scale < DecimalRounding.LOWEST) {
      return slowly(bytes, from, to);
    }
    double exact =
        digits < EXACT && scale >= -22
            ? scale == 0 ? digits : digits / POWERS[-scale]
            : DecimalRounding.rounded(digits, scale);
    if (Double.isNaN(exact)) {
      return slowly(bytes, from, to);
    }
    return negative ? -exact : exact;
  }

  private static double slowly(byte[] bytes, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return Double.NaN;
    }
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      boolean allowed = b >= '0' && b <= '9' || b == '.' || b == '-' || b == '+';
      if (!allowed && b != 'e' && b != 'E') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(Ascii.string(bytes, from, to));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// How a finite number is written: the shortest text that reads back as the same number.
  public static String print(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    String text = Double.toString(number);
    int exponent = text.indexOf(".0E");
    return exponent < 0 ? text : text.substring(0, exponent) + text.substring(exponent + 2);
  }
}
