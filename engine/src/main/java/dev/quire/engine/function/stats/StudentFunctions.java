package dev.quire.engine.function.stats;

import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Domain.areDegrees;
import static dev.quire.engine.function.stats.Domain.inside;
import static dev.quire.engine.function.stats.Domain.isInner;
import static dev.quire.engine.function.stats.Domain.whole;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.StudentDistribution;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Student's t distribution.
public final class StudentFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          modern(
              "T.DIST",
              StudentFunctions::distribution,
              number("x"),
              number("deg_freedom"),
              logical("cumulative")),
          modern(
              "T.DIST.RT",
              a -> at(a, t -> t.beyond(a.number(0))),
              number("x"),
              number("deg_freedom")),
          modern("T.DIST.2T", a -> tails(a, 2), number("x"), number("deg_freedom")),
          plain(
              "TDIST",
              a -> tails(a, whole(a, 2)),
              number("x"),
              number("deg_freedom"),
              number("tails")),
          modern("T.INV", StudentFunctions::inverse, number("probability"), number("deg_freedom")),
          twins(
              "T.INV.2T",
              "TINV",
              StudentFunctions::inverseOfBoth,
              number("probability"),
              number("deg_freedom")),
          modern(
              "CONFIDENCE.T",
              StudentFunctions::confidence,
              number("alpha"),
              number("standard_dev"),
              number("size")));

  private StudentFunctions() {}

  /// There is no density without degrees of freedom: `#DIV/0!` (O).
  private static Value distribution(Arguments a) {
    return !a.logical(2) && whole(a, 1) == 0
        ? ErrorValue.DIV0
        : at(a, t -> a.logical(2) ? t.upTo(a.number(0)) : t.density(a.number(0)));
  }

  /// `#NUM!` where the square is beyond all numbers (O).
  private static Value at(Arguments a, ToDoubleFunction<StudentDistribution> question) {
    return Double.isFinite(a.number(0) * a.number(0)) ? of(a, question) : ErrorValue.NUM;
  }

  private static Value of(Arguments a, ToDoubleFunction<StudentDistribution> question) {
    double degrees = whole(a, 1);
    return inside(
        areDegrees(degrees), () -> question.applyAsDouble(new StudentDistribution(degrees)));
  }

  private static Value tails(Arguments a, double tails) {
    return a.number(0) >= 0 && (tails == 1 || tails == 2)
        ? at(a, t -> tails * t.above(a.number(0)))
        : ErrorValue.NUM;
  }

  private static Value inverse(Arguments a) {
    double probability = a.number(0);
    if (!isInner(probability)) {
      return ErrorValue.NUM;
    }
    return of(
        a,
        t -> probability < 0.5 ? -t.upperQuantile(probability) : t.upperQuantile(1 - probability));
  }

  /// Beyond 1 the answer lies on the other side of 0 (O).
  private static Value inverseOfBoth(Arguments a) {
    double probability = a.number(0);
    if (!isInner(probability / 2)) {
      return ErrorValue.NUM;
    }
    return of(
        a,
        t ->
            probability <= 1
                ? t.upperQuantile(probability / 2)
                : -t.upperQuantile(1 - probability / 2));
  }

  /// Half the width of the interval around a mean.
  private static Value confidence(Arguments a) {
    double size = whole(a, 2);
    if (size == 1 && isInner(a.number(0)) && a.number(1) > 0) {
      return ErrorValue.DIV0;
    }
    return inside(
        isInner(a.number(0)) && a.number(1) > 0 && areDegrees(size - 1),
        () ->
            new StudentDistribution(size - 1).upperQuantile(a.number(0) / 2)
                * a.number(1)
                / Math.sqrt(size));
  }
}
