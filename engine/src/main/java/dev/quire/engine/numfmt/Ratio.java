package dev.quire.engine.numfmt;

/// A magnitude as whole part and proper fraction.
///
/// @param whole a whole number, possibly beyond `long`
/// @param numerator less than the denominator
/// @param denominator at least 1
record Ratio(double whole, long numerator, long denominator) {
  /// A remainder below this counts as nothing.
  private static final double NOISE = 5e-8;

  /// The fraction with this denominator that is nearest.
  static Ratio withDenominator(double magnitude, int denominator) {
    double whole = Math.floor(magnitude);
    long numerator = Math.round((magnitude - whole) * denominator);
    return of(whole, numerator, denominator);
  }

  /// The last convergent of the continued fraction whose denominator does not exceed the limit.
  static Ratio upTo(long limit, double magnitude) {
    double whole = Math.floor(magnitude);
    double rest = magnitude - whole;
    long numerator = 0;
    long denominator = 1;
    long lastNumerator = 1;
    long lastDenominator = 0;
    while (rest >= NOISE && denominator < limit) {
      double inverse = 1 / rest;
      long term = (long) inverse;
      long nextNumerator = term * numerator + lastNumerator;
      long nextDenominator = term * denominator + lastDenominator;
      if (nextDenominator > limit) {
        break;
      }
      lastNumerator = numerator;
      lastDenominator = denominator;
      numerator = nextNumerator;
      denominator = nextDenominator;
      rest = inverse - term;
    }
    return of(whole, numerator, denominator);
  }

  private static Ratio of(double whole, long numerator, long denominator) {
    return numerator >= denominator
        ? new Ratio(whole + 1, numerator - denominator, denominator)
        : new Ratio(whole, numerator, denominator);
  }

  /// The numerator of the whole magnitude as one fraction.
  double improperNumerator() {
    return whole * denominator + numerator;
  }
}
