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
    double share = share(x);
    double rest = rest(x);
    double slope = share * rest / x;
    // The smaller of both is the exact one; the other is 1 minus it.
    return share < rest
        ? slope * new BetaDistribution(numerator / 2, denominator / 2).density(share)
        : slope * new BetaDistribution(denominator / 2, numerator / 2).density(rest);
  }

  @Override
  public double below(double x) {
    return share(x) < rest(x)
        ? new BetaDistribution(numerator / 2, denominator / 2).below(share(x))
        : new BetaDistribution(denominator / 2, numerator / 2).above(rest(x));
  }

  @Override
  public double above(double x) {
    return share(x) < rest(x)
        ? new BetaDistribution(numerator / 2, denominator / 2).above(share(x))
        : new BetaDistribution(denominator / 2, numerator / 2).below(rest(x));
  }

  /// What of the sum of both is the numerator's, when their ratio is x.
  private double share(double x) {
    return 1 / (1 + denominator / numerator / x);
  }

  private double rest(double x) {
    return 1 / (1 + numerator / denominator * x);
  }
}
