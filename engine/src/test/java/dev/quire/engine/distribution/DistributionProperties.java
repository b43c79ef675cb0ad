package dev.quire.engine.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Random points: another library gives the same probabilities, and quantiles lead back.
final class DistributionProperties {
  private static final double DIGITS = 1e-10;

  /// In farther tails the other library loses digits.
  private static final double LEAST = 1e-30;

  @Property
  void quantilesLeadBackToTheirProbability(
      @ForAll @DoubleRange(min = 0.05, max = 500) double first,
      @ForAll @DoubleRange(min = 0.05, max = 500) double second,
      @ForAll @DoubleRange(min = -300, max = 0) double exponent) {
    double probability = Math.pow(10, exponent) / 2;
    leadsBack(new GammaDistribution(first, 1), probability);
    leadsBack(new FDistribution(first + 2, second + 2), probability);
    var student = new StudentDistribution(second + 1);
    close(probability / 2, student.above(student.upperQuantile(probability / 2)));
  }

  private static void leadsBack(Distribution distribution, double probability) {
    close(probability, distribution.above(Quantile.above(distribution, probability)));
    double below = Quantile.below(distribution, probability);
    if (below > LEAST) {
      close(probability, distribution.below(below));
    }
  }

  @Property
  void continuousDistributionsAgreeWithAnotherLibrary(
      @ForAll @DoubleRange(min = 0.1, max = 300) double first,
      @ForAll @DoubleRange(min = 0.1, max = 300) double second,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 20) double x) {
    agrees(
        org.apache.commons.statistics.distribution.GammaDistribution.of(first, second),
        new GammaDistribution(first, second),
        x * first * second);
    agrees(
        org.apache.commons.statistics.distribution.FDistribution.of(first, second),
        new FDistribution(first, second),
        x);
    agrees(
        org.apache.commons.statistics.distribution.BetaDistribution.of(first, second),
        new BetaDistribution(first, second),
        x / 20.1);
    close(TDistribution.of(first).survivalProbability(x), new StudentDistribution(first).above(x));
    close(TDistribution.of(first).density(x), new StudentDistribution(first).density(x));
  }

  private static void agrees(ContinuousDistribution wanted, Distribution found, double x) {
    close(wanted.cumulativeProbability(x), found.below(x));
    close(wanted.survivalProbability(x), found.above(x));
    close(wanted.density(x), found.density(x));
  }

  @Property
  void countsAgreeWithAnotherLibrary(
      @ForAll @IntRange(min = 1, max = 2_000) int size,
      @ForAll @IntRange(max = 2_000) int count,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double chance) {
    var binomial = BinomialDistribution.of(size, chance);
    close(binomial.probability(count), count > size ? 0 : new Binomial(size, chance).at(count));
    close(binomial.cumulativeProbability(count), new Binomial(size, chance).upTo(count));
    int marked = 1 + (int) (chance * size);
    var drawn = HypergeometricDistribution.of(2 * size, marked, size);
    close(drawn.probability(count), new Hypergeometric(size, marked, 2.0 * size).at(count));
    close(
        drawn.cumulativeProbability(count),
        new Hypergeometric(size, marked, 2.0 * size).upTo(count));
  }

  private static void close(double wanted, double found) {
    if (wanted > LEAST) {
      assertEquals(1, found / wanted, DIGITS);
    }
  }
}
