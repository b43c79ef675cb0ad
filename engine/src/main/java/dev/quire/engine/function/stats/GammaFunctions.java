package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Domain.areDegrees;
import static dev.quire.engine.function.stats.Domain.inside;
import static dev.quire.engine.function.stats.Domain.whole;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.GammaDistribution;
import dev.quire.engine.distribution.Quantile;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogGamma;

/// The gamma function and the distributions around it: gamma, chi-squared, exponential, Weibull.
public final class GammaFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          Stream.of(
              function("GAMMA", GammaFunctions::gamma).takes(number("number")).since(2013),
              function("GAMMALN", GammaFunctions::logGamma).takes(number("x")),
              function("GAMMALN.PRECISE", GammaFunctions::logGamma).takes(number("x")).since(2010)),
          twins(
              "GAMMA.DIST",
              "GAMMADIST",
              GammaFunctions::distribution,
              number("x"),
              number("alpha"),
              number("beta"),
              logical("cumulative")),
          twins(
              "GAMMA.INV",
              "GAMMAINV",
              GammaFunctions::inverse,
              number("probability"),
              number("alpha"),
              number("beta")),
          modern(
              "CHISQ.DIST",
              GammaFunctions::chiSquared,
              number("x"),
              number("deg_freedom"),
              logical("cumulative")),
          twins(
              "CHISQ.DIST.RT",
              "CHIDIST",
              GammaFunctions::chiSquaredAbove,
              number("x"),
              number("deg_freedom")),
          modern(
              "CHISQ.INV",
              GammaFunctions::chiSquaredInverse,
              number("probability"),
              number("deg_freedom")),
          twins(
              "CHISQ.INV.RT",
              "CHIINV",
              GammaFunctions::chiSquaredInverseAbove,
              number("probability"),
              number("deg_freedom")),
          twins(
              "EXPON.DIST",
              "EXPONDIST",
              GammaFunctions::exponential,
              number("x"),
              number("lambda"),
              logical("cumulative")),
          twins(
              "WEIBULL.DIST",
              "WEIBULL",
              GammaFunctions::weibull,
              number("x"),
              number("alpha"),
              number("beta"),
              logical("cumulative")));

  private GammaFunctions() {}

  private static Value gamma(Arguments a) {
    double x = a.number(0);
    return inside(x > 0 || x != Math.floor(x), () -> Gamma.value(x));
  }

  private static Value logGamma(Arguments a) {
    return inside(a.number(0) > 0, () -> LogGamma.value(a.number(0)));
  }

  private static Value distribution(Arguments a) {
    double x = a.number(0);
    var gamma = new GammaDistribution(a.number(1), a.number(2));
    // At the very start the density of the shape 1 is refused as that of a smaller one is (O).
    boolean hasDensity = x > 0 || gamma.shape() > 1;
    return inside(
        x >= 0 && gamma.shape() > 0 && gamma.scale() > 0 && (a.logical(3) || hasDensity),
        () -> a.logical(3) ? gamma.below(x) : gamma.density(x));
  }

  private static Value inverse(Arguments a) {
    var standard = new GammaDistribution(a.number(1), 1);
    return inside(
        a.number(0) >= 0 && a.number(0) < 1 && a.number(1) > 0 && a.number(2) > 0,
        () -> a.number(2) * quantile(standard, a.number(0)));
  }

  private static double quantile(GammaDistribution distribution, double probability) {
    return probability == 0 ? 0 : Quantile.of(distribution, probability);
  }

  private static Value chiSquared(Arguments a) {
    double x = a.number(0);
    double degrees = whole(a, 1);
    var distribution = GammaDistribution.chiSquared(degrees);
    return inside(
        x >= 0 && areDegrees(degrees),
        () -> a.logical(2) ? distribution.below(x) : distribution.density(x));
  }

  private static Value chiSquaredAbove(Arguments a) {
    double degrees = whole(a, 1);
    return inside(
        a.number(0) >= 0 && areDegrees(degrees),
        () -> GammaDistribution.chiSquared(degrees).above(a.number(0)));
  }

  private static Value chiSquaredInverse(Arguments a) {
    double probability = a.number(0);
    double degrees = whole(a, 1);
    return inside(
        probability >= 0 && probability < 1 && areDegrees(degrees),
        () -> quantile(GammaDistribution.chiSquared(degrees), probability));
  }

  private static Value chiSquaredInverseAbove(Arguments a) {
    double probability = a.number(0);
    double degrees = whole(a, 1);
    return inside(
        probability > 0 && probability <= 1 && areDegrees(degrees),
        () ->
            probability == 1
                ? 0
                : Quantile.ofUpper(GammaDistribution.chiSquared(degrees), probability));
  }

  private static Value exponential(Arguments a) {
    double lambda = a.number(1);
    double product = a.number(0) * lambda;
    return inside(
        a.number(0) >= 0 && lambda > 0,
        () -> a.logical(2) ? -Math.expm1(-product) : lambda * Math.exp(-product));
  }

  private static Value weibull(Arguments a) {
    double alpha = a.number(1);
    double ratio = a.number(0) / a.number(2);
    double power = Math.pow(ratio, alpha);
    if (ratio == 0 && alpha > 0 && a.number(2) > 0) {
      // Neither way is there anything at the very start (O).
      return NumberValue.ZERO;
    }
    return inside(
        a.number(0) >= 0 && alpha > 0 && a.number(2) > 0,
        () ->
            a.logical(3)
                ? -Math.expm1(-power)
                : alpha / a.number(2) * Math.pow(ratio, alpha - 1) * Math.exp(-power));
  }
}
