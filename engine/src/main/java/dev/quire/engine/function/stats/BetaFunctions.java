package dev.quire.engine.function.stats;

import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Domain.inside;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.BetaDistribution;
import dev.quire.engine.distribution.FDistribution;
import dev.quire.engine.distribution.Quantile;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// The beta and the F distribution.
public final class BetaFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          modern(
              "BETA.DIST",
              a -> beta(a, 4, a.logical(3)),
              number("x"),
              number("alpha"),
              number("beta"),
              logical("cumulative"),
              number("A").optional(),
              number("B").optional()),
          plain(
              "BETADIST",
              a -> beta(a, 3, true),
              number("x"),
              number("alpha"),
              number("beta"),
              number("A").optional(),
              number("B").optional()),
          twins(
              "BETA.INV",
              "BETAINV",
              BetaFunctions::betaInverse,
              number("probability"),
              number("alpha"),
              number("beta"),
              number("A").optional(),
              number("B").optional()),
          modern(
              "F.DIST",
              BetaFunctions::fDistribution,
              number("x"),
              number("deg_freedom1"),
              number("deg_freedom2"),
              logical("cumulative")),
          twins(
              "F.DIST.RT",
              "FDIST",
              a -> f(a, law -> law.above(a.number(0))),
              number("x"),
              number("deg_freedom1"),
              number("deg_freedom2")),
          modern(
              "F.INV",
              BetaFunctions::fInverse,
              number("probability"),
              number("deg_freedom1"),
              number("deg_freedom2")),
          twins(
              "F.INV.RT",
              "FINV",
              BetaFunctions::fInverseAbove,
              number("probability"),
              number("deg_freedom1"),
              number("deg_freedom2")));

  private BetaFunctions() {}

  /// The beta distribution between bounds, which stand from a place on and are 0 and 1 otherwise.
  private static Value beta(Arguments a, int boundsAt, boolean cumulative) {
    double low = a.number(boundsAt, 0);
    double high = a.has(boundsAt + 1) ? a.number(boundsAt + 1) : 1;
    double x = a.number(0);
    double share = (x - low) / (high - low);
    var distribution = new BetaDistribution(a.number(1), a.number(2));
    return inside(
        isValid(distribution)
            && low < high
            && x >= low
            && x <= high
            && (cumulative || hasDensity(distribution, share)),
        () -> cumulative ? distribution.below(share) : distribution.density(share) / (high - low));
  }

  /// At an end whose exponent is 1 there is none either (O).
  private static boolean hasDensity(BetaDistribution distribution, double share) {
    return (share > 0 || distribution.alpha() > 1) && (share < 1 || distribution.beta() > 1);
  }

  private static boolean isValid(BetaDistribution distribution) {
    return distribution.alpha() > 0 && distribution.beta() > 0;
  }

  /// A probability of 1 is `#NUM!` too, although the page of the function allows it (observed).
  private static Value betaInverse(Arguments a) {
    double probability = a.number(0);
    double low = a.number(3, 0);
    double high = a.has(4) ? a.number(4) : 1;
    var distribution = new BetaDistribution(a.number(1), a.number(2));
    return inside(
        isValid(distribution) && probability > 0 && probability < 1 && low < high,
        () -> low + (high - low) * quantile(distribution, probability));
  }

  private static double quantile(BetaDistribution distribution, double probability) {
    return probability == 1 ? 1 : Math.min(1, Quantile.of(distribution, probability));
  }

  private static Value f(Arguments a, ToDoubleFunction<FDistribution> question) {
    return f(a, ErrorValue.DIV0, question);
  }

  /// @param beyond for points whose product with the degrees of the numerator is beyond all numbers
  ///   (O)
  private static Value f(Arguments a, ErrorValue beyond, ToDoubleFunction<FDistribution> question) {
    var distribution = distribution(a);
    boolean isValid = a.number(0) >= 0 && isValid(distribution);
    return isValid && !isReached(distribution, a.number(0))
        ? beyond
        : inside(isValid, () -> question.applyAsDouble(distribution));
  }

  private static Value fDistribution(Arguments a) {
    return a.logical(3)
        ? f(a, law -> law.below(a.number(0)))
        : f(a, ErrorValue.NUM, law -> law.density(a.number(0)));
  }

  private static boolean isReached(FDistribution distribution, double x) {
    return Double.isFinite(x * distribution.numerator());
  }

  /// `#NUM!` for a point that the distribution does not reach (O).
  private static Value fPoint(FDistribution distribution, boolean isValid, DoubleSupplier point) {
    return inside(
        isValid,
        () -> {
          double x = point.getAsDouble();
          return isReached(distribution, Math.nextUp(x)) ? x : Double.NaN;
        });
  }

  private static Value fInverse(Arguments a) {
    double probability = a.number(0);
    var distribution = distribution(a);
    return fPoint(
        distribution,
        probability >= 0 && probability < 1 && isValid(distribution),
        () -> probability == 0 ? 0 : Quantile.of(distribution, probability));
  }

  private static Value fInverseAbove(Arguments a) {
    double probability = a.number(0);
    var distribution = distribution(a);
    return fPoint(
        distribution,
        probability > 0 && probability <= 1 && isValid(distribution),
        () -> probability == 1 ? 0 : Quantile.ofUpper(distribution, probability));
  }

  private static FDistribution distribution(Arguments a) {
    return new FDistribution(Domain.whole(a, 1), Domain.whole(a, 2));
  }

  private static boolean isValid(FDistribution distribution) {
    return Domain.areDegrees(distribution.numerator())
        && Domain.areDegrees(distribution.denominator());
  }
}
