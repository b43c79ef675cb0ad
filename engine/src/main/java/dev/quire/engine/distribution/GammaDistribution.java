package dev.quire.engine.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/// The gamma distribution; with whole shapes Erlang's, with scale 2 the chi-squared one.
///
/// @param shape above 0
/// @param scale above 0
public record GammaDistribution(double shape, double scale) implements Distribution {
  /// The chi-squared distribution.
  public static GammaDistribution chiSquared(double degreesOfFreedom) {
    return new GammaDistribution(degreesOfFreedom / 2, 2);
  }

  @Override
  public double density(double x) {
    if (x == 0) {
      return shape < 1 ? Double.POSITIVE_INFINITY : shape == 1 ? 1 / scale : 0;
    }
    return RegularizedGamma.P.derivative(shape, x / scale) / scale;
  }

  @Override
  public double below(double x) {
    return RegularizedGamma.P.value(shape, x / scale);
  }

  @Override
  public double above(double x) {
    return RegularizedGamma.Q.value(shape, x / scale);
  }
}
