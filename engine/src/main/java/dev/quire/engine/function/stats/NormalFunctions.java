package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Domain.inside;
import static dev.quire.engine.function.stats.Domain.isInner;
import static dev.quire.engine.function.stats.Domain.whole;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.Normal;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;

/// The normal and the lognormal distribution, and what follows from them.
public final class NormalFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          twins(
              "NORM.DIST",
              "NORMDIST",
              NormalFunctions::normal,
              number("x"),
              number("mean"),
              number("standard_dev"),
              logical("cumulative")),
          twins(
              "NORM.INV",
              "NORMINV",
              NormalFunctions::inverse,
              number("probability"),
              number("mean"),
              number("standard_dev")),
          modern("NORM.S.DIST", NormalFunctions::standard, number("z"), logical("cumulative")),
          plain("NORMSDIST", a -> inside(true, () -> Normal.below(a.number(0))), number("z")),
          twins(
              "NORM.S.INV",
              "NORMSINV",
              a -> inside(isInner(a.number(0)), () -> Normal.quantile(a.number(0))),
              number("probability")),
          modern(
              "LOGNORM.DIST",
              a -> logNormal(a, a.logical(3)),
              number("x"),
              number("mean"),
              number("standard_dev"),
              logical("cumulative")),
          plain(
              "LOGNORMDIST",
              a -> logNormal(a, true),
              number("x"),
              number("mean"),
              number("standard_dev")),
          twins(
              "LOGNORM.INV",
              "LOGINV",
              NormalFunctions::logInverse,
              number("probability"),
              number("mean"),
              number("standard_dev")),
          twins(
              "CONFIDENCE.NORM",
              "CONFIDENCE",
              NormalFunctions::confidence,
              number("alpha"),
              number("standard_dev"),
              number("size")),
          Stream.of(
              // As documented, with the digits that this loses near 0 (O).
              function("GAUSS", a -> inside(true, () -> Normal.below(a.number(0)) - 0.5))
                  .takes(number("z"))
                  .since(2013),
              function("PHI", NormalFunctions::phi).takes(number("x")).since(2013)),
          plain(
              "STANDARDIZE",
              NormalFunctions::standardize,
              number("x"),
              number("mean"),
              number("standard_dev")),
          plain(
              "FISHER",
              a -> inside(Math.abs(a.number(0)) < 1, () -> fisher(a.number(0))),
              number("x")),
          plain("FISHERINV", a -> inside(true, () -> fisherInverse(a.number(0))), number("y")));

  private NormalFunctions() {}

  /// `#NUM!` where the square is beyond all numbers (observed).
  private static Value phi(Arguments a) {
    double z = a.number(0);
    return inside(Double.isFinite(z * z), () -> Normal.density(z));
  }

  private static Value normal(Arguments a) {
    double deviation = a.number(2);
    double z = (a.number(0) - a.number(1)) / deviation;
    return inside(
        deviation > 0, () -> a.logical(3) ? Normal.below(z) : Normal.density(z) / deviation);
  }

  private static Value standard(Arguments a) {
    double z = a.number(0);
    return inside(true, () -> a.logical(1) ? Normal.below(z) : Normal.density(z));
  }

  private static Value inverse(Arguments a) {
    return inside(
        isInner(a.number(0)) && a.number(2) > 0,
        () -> a.number(1) + a.number(2) * Normal.quantile(a.number(0)));
  }

  private static Value logNormal(Arguments a, boolean cumulative) {
    double x = a.number(0);
    double deviation = a.number(2);
    double z = (Math.log(x) - a.number(1)) / deviation;
    return inside(
        x > 0 && deviation > 0,
        () -> cumulative ? Normal.below(z) : Normal.density(z) / deviation / x);
  }

  private static Value logInverse(Arguments a) {
    return inside(
        isInner(a.number(0)) && a.number(2) > 0,
        () -> Math.exp(a.number(1) + a.number(2) * Normal.quantile(a.number(0))));
  }

  /// Half the width of the interval around a mean.
  private static Value confidence(Arguments a) {
    double size = whole(a, 2);
    return inside(
        isInner(a.number(0)) && a.number(1) > 0 && size >= 1,
        () -> -Normal.quantile(a.number(0) / 2) * a.number(1) / Math.sqrt(size));
  }

  private static Value standardize(Arguments a) {
    return inside(a.number(2) > 0, () -> (a.number(0) - a.number(1)) / a.number(2));
  }

  /// As documented, with the digits that this loses near 0 (O).
  private static double fisher(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }

  private static double fisherInverse(double y) {
    double square = Math.exp(2 * y);
    return Double.isInfinite(square) ? 1 : (square - 1) / (square + 1);
  }
}
