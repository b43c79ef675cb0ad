package dev.quire.engine.distribution;

/// The beta distribution over the numbers from 0 to 1.
///
/// @param alpha above 0
/// @param beta above 0
public record BetaDistribution(double alpha, double beta) implements Distribution {
  @Override
  public double density(double x) {
    if (x == 0) {
      return edge(alpha, beta);
    }
    return x == 1 ? edge(beta, alpha) : BinomialTerm.beta(alpha, beta, x, 1 - x) / x / (1 - x);
  }

  /// The density at the end that belongs to the first exponent: there 1/B(1, b) is b.
  private static double edge(double exponent, double other) {
    return exponent < 1 ? Double.POSITIVE_INFINITY : exponent == 1 ? other : 0;
  }

  @Override
  public double below(double x) {
    return IncompleteBeta.lower(alpha, beta, x, 1 - x);
  }

  @Override
  public double above(double x) {
    return IncompleteBeta.lower(beta, alpha, 1 - x, x);
  }
}
