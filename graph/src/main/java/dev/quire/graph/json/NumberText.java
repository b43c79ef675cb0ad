package dev.quire.graph.json;

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
    String shortest = Double.toString(value);
    int mark = shortest.indexOf('E');
    return mark < 0
        ? shortest
        : rewritten(shortest, mark, Integer.parseInt(shortest, mark + 1, shortest.length(), 10));
  }

  /// Gives `-1.25E-7` the form that it should have.
  private static String rewritten(String text, int mark, int exponent) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int end = text.startsWith(".0", start + 1) && mark == start + 3 ? start + 1 : mark;
    var out = new StringBuilder(40).append(text, 0, start);
    if (exponent < LEAST_PLAIN_EXPONENT || exponent >= FIRST_EXPONENT_ABOVE) {
      return out.append(text, start, end)
          .append(exponent < 0 ? "E-" : "E+")
          .append(Math.abs(exponent) < 10 ? "0" : "")
          .append(Math.abs(exponent))
          .toString();
    }
    String digits = text.charAt(start) + (end > start + 1 ? text.substring(start + 2, end) : "");
    if (exponent < 0) {
      return out.append("0.").repeat('0', -exponent - 1).append(digits).toString();
    }
    int whole = exponent + 1;
    return digits.length() > whole
        ? out.append(digits, 0, whole).append('.').append(digits, whole, digits.length()).toString()
        : out.append(digits).repeat('0', whole - digits.length()).toString();
  }

  /// Whether the number is whole and a `long` holds it exactly.
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT_LONGS;
  }
}
