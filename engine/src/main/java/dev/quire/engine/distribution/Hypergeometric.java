package dev.quire.engine.distribution;

/// How many of a sample drawn without putting back are of the marked kind.
///
/// @param sample drawn, from 0 to the population
/// @param marked in the population, from 0 to the population
/// @param population all there are
public record Hypergeometric(double sample, double marked, double population) implements Counts {
  /// Terms that are so much smaller than the sum no longer change it.
  private static final double NEGLIGIBLE = 1e-18;

  @Override
  public double at(double count) {
    if (count < least() || count > most()) {
      return 0;
    }
    double chance = sample / population;
    // Whatever the chance, each member being drawn by it, given that so many are drawn, is our
    // case.
    return chance == 1
        ? 1
        : new Binomial(marked, chance).at(count)
            * new Binomial(population - marked, chance).at(sample - count)
            / new Binomial(population, chance).at(sample);
  }

  @Override
  public double upTo(double count) {
    if (count < least()) {
      return 0;
    }
    if (count >= most()) {
      return 1;
    }
    double mode = Math.floor((sample + 1) / (population + 2) * (marked + 1));
    return count < mode ? downFrom(count) : 1 - upFrom(count + 1);
  }

  /// Whether all numbers fit together.
  public boolean isValid() {
    return population > 0
        && sample >= 0
        && sample <= population
        && marked >= 0
        && marked <= population;
  }

  private double least() {
    return Math.max(0, sample + marked - population);
  }

  private double most() {
    return Math.min(sample, marked);
  }

  private double downFrom(double start) {
    double term = at(start);
    double sum = term;
    for (double k = start; k > least() && term > sum * NEGLIGIBLE; k--) {
      term *= k / (marked - k + 1) * ((population - marked - sample + k) / (sample - k + 1));
      sum += term;
    }
    return sum;
  }

  private double upFrom(double start) {
    double term = at(start);
    double sum = term;
    for (double k = start; k < most() && term > sum * NEGLIGIBLE; k++) {
      term *= (marked - k) / (k + 1) * ((sample - k) / (population - marked - sample + k + 1));
      sum += term;
    }
    return sum;
  }
}
