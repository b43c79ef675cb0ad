package dev.quire.engine.distribution;

/// The regularized incomplete beta function, given both x and 1-x so that neither is rounded away.
/// Ours, because that of Commons Numbers loses all digits in some far tails and half of them for
/// parameters of 1e9.
final class IncompleteBeta {
  /// Needed are about as many steps as the root of the parameters.
  private static final int MOST_STEPS = 5_000_000;

  private static final double ROUNDING = 2.3e-16;
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /// The part of the beta distribution below x, where y is 1-x. Throws `ArithmeticException` when
  /// it does not converge.
  static double lower(double a, double b, double x, double y) {
    if (x <= 0 || y <= 0) {
      return x <= 0 ? 0 : 1;
    }
    return x <= a / (a + b) ? tail(a, b, x, y) : 1 - tail(b, a, y, x);
  }

  private static double tail(double a, double b, double x, double y) {
    double front = BinomialTerm.beta(a, b, x, y);
    return front == 0 ? 0 : front / fraction(a, b, x, y);
  }

  /// The continued fraction by which the power terms are divided, in the form of Didonato and
  /// Morris that cancels nothing when x is near 1 (ACM TOMS 708, 1992), by the method of Lentz.
  private static double fraction(double a, double b, double x, double y) {
    double value = away(a * (a * y - b * x + 1) / (a + 1));
    double c = value;
    double d = 0;
    for (int m = 1; m < MOST_STEPS; m++) {
      double below = a + 2.0 * m - 1;
      double part = m / below * (b - m) * x;
      double numerator = (a + m - 1) / below * (a + b + m - 1) * part * x;
      double denominator = m + part + (a + m) / (below + 2) * (a * y - b * x + 1 + m * (1 + y));
      d = 1 / away(denominator + numerator * d);
      c = away(denominator + numerator / c);
      value *= d * c;
      if (Math.abs(d * c - 1) <= ROUNDING) {
        return value;
      }
    }
    throw new ArithmeticException("no convergence for a=%s b=%s x=%s".formatted(a, b, x));
  }

  private static double away(double number) {
    return Math.abs(number) < TINY ? TINY : number;
  }
}
