package dev.quire.engine.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/// How many independent events happen when a number of them are expected.
///
/// @param mean from 0 on
public record Poisson(double mean) implements Counts {
  @Override
  public double at(double count) {
    if (mean == 0) {
      return count == 0 ? 1 : 0;
    }
    return RegularizedGamma.P.derivative(count + 1, mean);
  }

  @Override
  public double upTo(double count) {
    return RegularizedGamma.Q.value(count + 1, mean);
  }
}
