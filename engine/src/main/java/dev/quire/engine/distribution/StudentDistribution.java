package dev.quire.engine.distribution;

import org.apache.commons.numbers.gamma.Beta;
import org.apache.commons.numbers.gamma.GammaRatio;

/// The right half of Student's t distribution, which is symmetric: both halves have probability ½.
///
/// @param degrees of freedom, above 0
public record StudentDistribution(double degrees) implements Distribution {
  /// Up to here less than half of the right half lies inside.
  private static final double NEAR = 0.5;

  private static final double FAR = 1e150;

  /// The density of the whole distribution at a point of either half.
  @Override
  public double density(double x) {
    double exponent = -(degrees + 1) / 2 * Math.log1p(x / degrees * x);
    return Math.exp(exponent) / (Math.sqrt(degrees * Math.PI) * GammaRatio.delta(degrees / 2, 0.5));
  }

  /// The probability of values between 0 and a point.
  @Override
  public double below(double x) {
    return IncompleteBeta.lower(0.5, degrees / 2, share(x), rest(x)) / 2;
  }

  @Override
  public double above(double x) {
    if (x < NEAR) {
      return 0.5 - below(x);
    }
    return x > FAR ? farAbove(x) : IncompleteBeta.lower(degrees / 2, 0.5, rest(x), share(x)) / 2;
  }

  /// Where the square leaves the range of numbers only the leading power is left.
  private double farAbove(double x) {
    double power = Math.exp(degrees / 2 * (Math.log(degrees) - 2 * Math.log(x)));
    return power == 0 ? 0 : power / degrees / Beta.value(degrees / 2, 0.5);
  }

  /// x² / (n + x²), also where the square is out of range.
  private double share(double x) {
    return 1 / (1 + degrees / x / x);
  }

  private double rest(double x) {
    return 1 / (1 + x / degrees * x);
  }

  /// The probability of values up to a point of either half.
  public double upTo(double x) {
    return x < 0 ? above(-x) : 0.5 + below(x);
  }

  /// The probability of values beyond a point of either half.
  public double beyond(double x) {
    return upTo(-x);
  }

  /// The point from 0 on that a probability up to ½ lies beyond.
  public double upperQuantile(double probability) {
    double inside = 0.5 - probability;
    return inside == 0
        ? 0
        : inside < 0.25 ? Quantile.below(this, inside) : Quantile.above(this, probability);
  }
}
