package dev.quire.graph.json;

import java.util.Arrays;

/// How numbers are written: the shortest decimal that reads back as the same double, without a
/// fraction when it is whole, and with an exponent (`1E+20`, `1E-07`) only outside 0.00001 ≤ |x| <
/// 1E+20.
final class NumberText {
  /// No number needs more characters: a sign, 17 digits, a point, `E-324`.
  static final int LONGEST = 32;

  private static final double EXACT_LONGS = 9_007_199_254_740_992.0; // 2^53
  private static final int LEAST_PLAIN_EXPONENT = -5;
  private static final int FIRST_EXPONENT_ABOVE = 20;

  private NumberText() {}

  /// @throws IllegalArgumentException when the number is infinite or NaN
  static String of(double value) {
    if (isWhole(value)) {
      return Long.toString((long) value);
    }
    var out = new char[LONGEST];
    return new String(out, 0, write(value, out));
  }

  /// Writes a number that is not [#isWhole] to the start of a buffer.
  ///
  /// @param out at least [#LONGEST] characters
  /// @return how many of them are used
  /// @throws IllegalArgumentException when the number is infinite or NaN
  static int write(double value, char[] out) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    // Double.toString is the shortest since JDK 19, but has its own idea of exponents.
    String shortest = Double.toString(value);
    int mark = shortest.indexOf('E');
    shortest.getChars(0, mark < 0 ? shortest.length() : mark, out, 0);
    if (mark < 0) {
      return shortest.length();
    }
    int exponent = Integer.parseInt(shortest, mark + 1, shortest.length(), 10);
    int first = out[0] == '-' ? 1 : 0;
    // `1.0E19` has one digit.
    int end = mark == first + 3 && out[first + 2] == '0' ? first + 1 : mark;
    return exponent < LEAST_PLAIN_EXPONENT || exponent >= FIRST_EXPONENT_ABOVE
        ? withExponent(out, end, exponent)
        : exponent < 0 ? small(out, first, end, -exponent) : large(out, first, end, exponent);
  }

  /// Gives `-1.25E-7` the exponent that it should have.
  private static int withExponent(char[] out, int end, int exponent) {
    String digits =
        (exponent < 0 ? "E-" : "E+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    digits.getChars(0, digits.length(), out, end);
    return end + digits.length();
  }

  /// Turns `1.25` into `0.000125`.
  private static int small(char[] out, int first, int end, int zeros) {
    int fraction = Math.max(end - first - 2, 0);
    char whole = out[first];
    System.arraycopy(out, first + 2, out, first + 2 + zeros, fraction);
    Arrays.fill(out, first, first + 1 + zeros, '0');
    out[first + 1] = '.';
    out[first + 1 + zeros] = whole;
    return first + 2 + zeros + fraction;
  }

  /// Turns `1.2345` into `123.45` or into `1234500`.
  private static int large(char[] out, int first, int end, int places) {
    int fraction = Math.max(end - first - 2, 0);
    int point = first + 1 + places;
    System.arraycopy(out, first + 2, out, first + 1, Math.min(places, fraction));
    if (fraction > places) {
      out[point] = '.';
      return end;
    }
    Arrays.fill(out, first + 1 + fraction, point, '0');
    return point;
  }

  /// Whether the number is whole and a `long` holds it exactly.
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT_LONGS;
  }
}
