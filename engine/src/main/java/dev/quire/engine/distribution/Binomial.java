package dev.quire.engine.distribution;

/// How many of independent trials succeed.
///
/// @param trials a whole number from 0 on
/// @param chance of one trial, from 0 to 1
public record Binomial(double trials, double chance) implements Counts {
  /// Sums may fall short of an exact bound by their rounding.
  private static final double ROUNDING = 1e-14;

  @Override
  public double at(double count) {
    if (chance == 0 || chance == 1) {
      return count == trials * chance ? 1 : 0;
    }
    return count == trials
        ? Math.pow(chance, trials)
        : count == 0
            ? Math.exp(trials * Math.log1p(-chance))
            : BinomialTerm.of(count, trials - count, chance, 1 - chance);
  }

  @Override
  public double upTo(double count) {
    return count >= trials
        ? 1
        : IncompleteBeta.lower(trials - count, count + 1, 1 - chance, chance);
  }

  /// The probability of a number from one to another, both included.
  public double between(double from, double to) {
    return from > trials * chance
        ? from(from) - from(to + 1)
        : upTo(to) - (from == 0 ? 0 : upTo(from - 1));
  }

  private double from(double count) {
    return count > trials ? 0 : IncompleteBeta.lower(count, trials - count + 1, chance, 1 - chance);
  }

  /// The smallest number whose probability, smaller ones included, is at least this; none at all
  /// has to be more probable (O).
  public double quantile(double probability) {
    if (trials == 0 || at(0) > probability) {
      return 0;
    }
    double low = 0;
    double high = trials;
    while (high - low > 1) {
      double middle = Math.floor((low + high) / 2);
      if (upTo(middle) >= probability * (1 - ROUNDING)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
