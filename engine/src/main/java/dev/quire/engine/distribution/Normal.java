package dev.quire.engine.distribution;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/// The standard normal distribution.
public final class Normal {
  private static final double ROOT_2 = Math.sqrt(2);
  private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /// The density at any point.
  public static double density(double x) {
    return Math.exp(-x * x / 2) / ROOT_2_PI;
  }

  /// The probability of values up to a point.
  public static double below(double x) {
    return Erfc.value(-x / ROOT_2) / 2;
  }

  /// The point that a probability between 0 and 1, both excluded, lies below.
  public static double quantile(double probability) {
    // Near the middle 2p - 1 is exact and small, in the tails 2p is.
    return Math.abs(probability - 0.5) < 0.25
        ? ROOT_2 * InverseErf.value(2 * probability - 1)
        : probability < 0.5
            ? -ROOT_2 * InverseErfc.value(2 * probability)
            : ROOT_2 * InverseErfc.value(2 * (1 - probability));
  }
}
