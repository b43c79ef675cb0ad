package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Domain.inside;
import static dev.quire.engine.function.stats.Domain.isInner;
import static dev.quire.engine.function.stats.Domain.isProbability;
import static dev.quire.engine.function.stats.Domain.whole;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.Binomial;
import dev.quire.engine.distribution.Counts;
import dev.quire.engine.distribution.Hypergeometric;
import dev.quire.engine.distribution.NegativeBinomial;
import dev.quire.engine.distribution.Poisson;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;

/// Counts and their distributions: binomial, negative binomial, hypergeometric, Poisson. Fractions
/// of counts are cut off.
public final class CountFunctions {
  /// Beyond this a double no longer tells a number from the next (?).
  private static final double MOST = 1L << 53;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          twins(
              "BINOM.DIST",
              "BINOMDIST",
              CountFunctions::binomial,
              number("number_s"),
              number("trials"),
              number("probability_s"),
              logical("cumulative")),
          twins(
              "BINOM.INV",
              "CRITBINOM",
              CountFunctions::binomialInverse,
              number("trials"),
              number("probability_s"),
              number("alpha")),
          Stream.of(
              function("BINOM.DIST.RANGE", CountFunctions::binomialRange)
                  .takes(
                      number("trials"),
                      number("probability_s"),
                      number("number_s"),
                      number("number_s2").optional())
                  .since(2013)),
          modern(
              "NEGBINOM.DIST",
              a -> negativeBinomial(a, a.logical(3)),
              number("number_f"),
              number("number_s"),
              number("probability_s"),
              logical("cumulative")),
          plain(
              "NEGBINOMDIST",
              a -> negativeBinomial(a, false),
              number("number_f"),
              number("number_s"),
              number("probability_s")),
          modern(
              "HYPGEOM.DIST",
              a -> hypergeometric(a, a.logical(4)),
              number("sample_s"),
              number("number_sample"),
              number("population_s"),
              number("number_pop"),
              logical("cumulative")),
          plain(
              "HYPGEOMDIST",
              a -> hypergeometric(a, false),
              number("sample_s"),
              number("number_sample"),
              number("population_s"),
              number("number_pop")),
          Stream.of(
              function("PERMUTATIONA", CountFunctions::permutations)
                  .takes(number("number"), number("number_chosen"))
                  .since(2013)),
          twins(
              "POISSON.DIST",
              "POISSON",
              CountFunctions::poisson,
              number("x"),
              number("mean"),
              logical("cumulative")));

  private CountFunctions() {}

  private static Value of(Counts counts, double count, boolean cumulative, boolean isValid) {
    return inside(isValid, () -> cumulative ? counts.upTo(count) : counts.at(count));
  }

  private static Value binomial(Arguments a) {
    double count = whole(a, 0);
    var counts = new Binomial(whole(a, 1), a.number(2));
    boolean isValid = count >= 0 && count <= counts.trials() && isProbability(counts.chance());
    return of(counts, count, a.logical(3), isValid);
  }

  private static Value binomialInverse(Arguments a) {
    var counts = new Binomial(whole(a, 0), a.number(1));
    return inside(
        counts.trials() >= 0
            && counts.trials() <= MOST
            && isInner(counts.chance())
            && isInner(a.number(2)),
        () -> counts.quantile(a.number(2)));
  }

  /// From a number of successes to another, or exactly that number.
  private static Value binomialRange(Arguments a) {
    var counts = new Binomial(whole(a, 0), a.number(1));
    double from = whole(a, 2);
    double to = a.count() > 3 ? whole(a, 3) : from;
    return inside(
        isProbability(counts.chance()) && from >= 0 && from <= to && to <= counts.trials(),
        () -> from == to ? counts.at(from) : counts.between(from, to));
  }

  private static Value negativeBinomial(Arguments a, boolean cumulative) {
    double failures = whole(a, 0);
    var counts = new NegativeBinomial(whole(a, 1), a.number(2));
    boolean isValid = failures >= 0 && counts.successes() >= 1 && isInner(counts.chance());
    return of(counts, failures, cumulative, isValid);
  }

  /// A count that the sample cannot hold has the chance 0, although the page of the function has it
  /// as `#NUM!` (O).
  private static Value hypergeometric(Arguments a, boolean cumulative) {
    double count = whole(a, 0);
    var counts = new Hypergeometric(whole(a, 1), whole(a, 2), whole(a, 3));
    boolean isValid = count >= 0 && counts.population() <= MOST && counts.isValid();
    return of(counts, count, cumulative, isValid);
  }

  private static Value poisson(Arguments a) {
    double count = whole(a, 0);
    return of(new Poisson(a.number(1)), count, a.logical(2), count >= 0 && a.number(1) >= 0);
  }

  /// Choices in order, of which each may come again. Both counts are below 2^31 - 1; of the second
  /// also a fraction below 0 is cut off (O).
  private static Value permutations(Arguments a) {
    double number = whole(a, 0);
    double chosen = (long) a.number(1);
    return inside(
        number >= 0 && number < Integer.MAX_VALUE && chosen >= 0 && chosen < Integer.MAX_VALUE,
        () -> Math.pow(number, chosen));
  }
}
