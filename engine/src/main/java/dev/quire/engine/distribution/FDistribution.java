package dev.quire.engine.distribution;

/// Fisher's F distribution.
///
/// @param numerator degrees of freedom of the numerator, above 0
/// @param denominator degrees of freedom of the denominator, above 0
public record FDistribution(double numerator, double denominator) implements Distribution {
  @Override
  public double density(double x) {
    if (x == 0) {
      return numerator < 2 ? Double.POSITIVE_INFINITY : numerator == 2 ? 1 : 0;
    }
    return BinomialTerm.beta(numerator / 2, denominator / 2, share(x), rest(x)) / x;
  }

  @Override
  public double below(double x) {
    return IncompleteBeta.lower(numerator / 2, denominator / 2, share(x), rest(x));
  }

  @Override
  public double above(double x) {
    return IncompleteBeta.lower(denominator / 2, numerator / 2, rest(x), share(x));
  }

  /// What of the sum of both is the numerator's, when their ratio is x.
  private double share(double x) {
    return 1 / (1 + denominator / numerator / x);
  }

  private double rest(double x) {
    return 1 / (1 + numerator / denominator * x);
  }
}
