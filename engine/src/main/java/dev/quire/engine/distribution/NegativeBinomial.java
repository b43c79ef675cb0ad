package dev.quire.engine.distribution;

/// How many trials fail before a number of them have succeeded.
///
/// @param successes a whole number from 1 on
/// @param chance of one trial, from 0 to 1
public record NegativeBinomial(double successes, double chance) implements Counts {
  @Override
  public double at(double failures) {
    if (chance == 0 || chance == 1) {
      return chance == 1 && failures == 0 ? 1 : 0;
    }
    return failures == 0
        ? Math.pow(chance, successes)
        : BinomialTerm.of(successes, failures, chance, 1 - chance)
            * (successes / (successes + failures));
  }

  @Override
  public double upTo(double failures) {
    return IncompleteBeta.lower(successes, failures + 1, chance, 1 - chance);
  }
}
