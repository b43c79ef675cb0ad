package dev.quire.engine.distribution;

import org.apache.commons.numbers.gamma.LogGamma;

/// The product Γ(s+f+1) / Γ(s+1) / Γ(f+1) · pˢ · qᶠ, exact to the last digits also where its
/// factors are out of all range (Loader, "Fast and Accurate Computation of Binomial Probabilities",
/// 2000). The density of the beta distribution and all that is made from it rests on it.
final class BinomialTerm {
  private static final double LOG_ROOT_2_PI = Math.log(2 * Math.PI) / 2;

  /// From here on five terms of Stirling's series are exact.
  private static final double SERIES_FROM = 15;

  private BinomialTerm() {}

  /// The term for exponents above 0, whose bases are above 0 and 1 in sum.
  static double of(double s, double f, double p, double q) {
    double n = s + f;
    double error = stirlingError(n) - stirlingError(s) - stirlingError(f);
    double distance = deviance(s, n * p) + deviance(f, n * q);
    return Math.exp(error - distance - LOG_ROOT_2_PI) * Math.sqrt(n / s / f);
  }

  /// xᵃ · yᵇ / B(a, b) for x and y that are 1 in sum.
  static double beta(double a, double b, double x, double y) {
    return of(a, b, x, y) * (a / (a + b)) * b;
  }

  /// ln Γ(x+1) less Stirling's approximation of it.
  private static double stirlingError(double x) {
    if (x < SERIES_FROM) {
      return LogGamma.value(x + 1) - (x + 0.5) * Math.log(x) + x - LOG_ROOT_2_PI;
    }
    double square = x * x;
    double sum = 1.0 / 1188;
    sum = 1.0 / 1680 - sum / square;
    sum = 1.0 / 1260 - sum / square;
    sum = 1.0 / 360 - sum / square;
    return (1.0 / 12 - sum / square) / x;
  }

  /// x · ln(x/mean) + mean - x, without the cancellation when both are near.
  private static double deviance(double x, double mean) {
    double ratio = (x - mean) / (x + mean);
    if (Math.abs(ratio) > 0.1) {
      return x * Math.log(x / mean) + mean - x;
    }
    double sum = (x - mean) * ratio;
    double power = 2 * x * ratio;
    double square = ratio * ratio;
    for (int odd = 3; odd < 40; odd += 2) {
      power *= square;
      sum += power / odd;
    }
    return sum;
  }
}
