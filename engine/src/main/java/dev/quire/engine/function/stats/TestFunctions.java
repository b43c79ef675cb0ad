package dev.quire.engine.function.stats;

import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.list;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.distribution.FDistribution;
import dev.quire.engine.distribution.GammaDistribution;
import dev.quire.engine.distribution.Normal;
import dev.quire.engine.distribution.StudentDistribution;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Tests of hypotheses: how probable it is that chance alone gives such data.
public final class TestFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          twins(
              "Z.TEST",
              "ZTEST",
              TestFunctions::z,
              list("array"),
              number("x"),
              number("sigma").optional()),
          twins(
              "T.TEST",
              "TTEST",
              TestFunctions::t,
              array("array1"),
              array("array2"),
              number("tails"),
              number("type")),
          twins("F.TEST", "FTEST", TestFunctions::f, array("array1"), array("array2")),
          twins(
              "CHISQ.TEST",
              "CHITEST",
              TestFunctions::chiSquared,
              array("actual_range"),
              array("expected_range")));

  private TestFunctions() {}

  /// A calculation on two lists of numbers.
  @FunctionalInterface
  private interface OfTwo {
    Scalar of(double[] first, double[] second);
  }

  private static Scalar reduce(Arguments a, OfTwo calculation) {
    return hasNothing(a)
        ? ErrorValue.VALUE
        : elements(a, 0, first -> elements(a, 1, second -> calculation.of(first, second)));
  }

  /// Whether one of two lists is nothing at all, which is `#VALUE!` (O).
  private static boolean hasNothing(Arguments a) {
    return a.operand(0) == BlankValue.BLANK || a.operand(1) == BlankValue.BLANK;
  }

  /// A single text or logical is a list without numbers (O).
  private static Scalar elements(Arguments a, int place, Calculation calculation) {
    Value operand = a.operand(place);
    return operand instanceof TextValue || operand instanceof LogicalValue
        ? calculation.of(new double[0])
        : Numbers.of(a, place, place + 1).reduce(calculation);
  }

  private static Value z(Arguments a) {
    return Numbers.of(a, 0, 1)
        .reduce(numbers -> {
          if (numbers.length == 0) {
            return ErrorValue.NA;
          }
          Scalar sigma =
              a.count() > 2
                  ? a.number(2) > 0 ? given(numbers, a.number(2)) : ErrorValue.NUM
                  : Spread.deviation(numbers, 1);
          return sigma instanceof NumberValue(double deviation)
              ? z(numbers, a.number(1), deviation)
              : sigma;
        });
  }

  /// Nothing is tested with one number, though its deviation is given (observed).
  private static Scalar given(double[] numbers, double deviation) {
    return numbers.length == 1 ? ErrorValue.DIV0 : NumberValue.of(deviation);
  }

  private static Scalar z(double[] numbers, double x, double sigma) {
    double distance = Spread.mean(numbers) - x;
    return sigma == 0
        ? ErrorValue.DIV0
        : NumberValue.of(Normal.below(-distance / (sigma / Math.sqrt(numbers.length))));
  }

  private static Value t(Arguments a) {
    double tails = Domain.whole(a, 2);
    double type = Domain.whole(a, 3);
    if (tails != 1 && tails != 2 || type < 1 || type > 3) {
      return ErrorValue.NUM;
    }
    return type == 1
        ? Pairs.reduceElements(a, 0, 1, pairs -> paired(pairs, tails))
        : reduce(a, (first, second) -> unpaired(first, second, type == 2, tails));
  }

  private static Scalar paired(Pairs pairs, double tails) {
    int count = pairs.count();
    var differences = new double[count];
    for (int i = 0; i < count; i++) {
      differences[i] = pairs.x()[i] - pairs.y()[i];
    }
    return count < 2
        ? ErrorValue.DIV0
        : probability(
            Spread.mean(differences),
            Spread.squares(differences) / (count - 1) / count,
            count - 1,
            tails);
  }

  private static Scalar unpaired(
      double[] first, double[] second, boolean equalVariances, double tails) {
    if (first.length < 2 || second.length < 2) {
      return ErrorValue.DIV0;
    }
    double distance = Spread.mean(first) - Spread.mean(second);
    double n = first.length;
    double m = second.length;
    double squares = Spread.squares(first);
    double otherSquares = Spread.squares(second);
    if (equalVariances) {
      double variance = (squares + otherSquares) / (n + m - 2);
      return probability(distance, variance / n + variance / m, n + m - 2, tails);
    }
    double u = squares / (n - 1) / n;
    double v = otherSquares / (m - 1) / m;
    double degrees = (u + v) * (u + v) / (u * u / (n - 1) + v * v / (m - 1));
    return probability(distance, u + v, degrees, tails);
  }

  private static Scalar probability(
      double distance, double variance, double degrees, double tails) {
    return variance == 0
        ? ErrorValue.DIV0
        : Domain.inside(
            true,
            () ->
                tails
                    * new StudentDistribution(degrees)
                        .above(Math.abs(distance) / Math.sqrt(variance)));
  }

  /// Both tails.
  private static Value f(Arguments a) {
    return reduce(
        a,
        (first, second) -> {
          double squares = Spread.squares(first);
          double otherSquares = Spread.squares(second);
          return first.length < 2 || second.length < 2 || squares == 0 || otherSquares == 0
              ? ErrorValue.DIV0
              : f(
                  squares / (first.length - 1) / (otherSquares / (second.length - 1)),
                  new FDistribution(first.length - 1, second.length - 1));
        });
  }

  private static Scalar f(double ratio, FDistribution distribution) {
    return Domain.inside(
        true,
        () -> Math.min(1, 2 * Math.min(distribution.below(ratio), distribution.above(ratio))));
  }

  private static Value chiSquared(Arguments a) {
    if (hasNothing(a)) {
      return ErrorValue.VALUE;
    }
    Matrix actual = a.matrix(0);
    return actual.size() == 1
        ? ErrorValue.NA
        : Pairs.reduce(a, 0, 1, pairs -> chiSquared(pairs, degrees(actual)));
  }

  private static double degrees(Matrix matrix) {
    return matrix.isVector() ? matrix.size() - 1 : (matrix.rows() - 1.0) * (matrix.columns() - 1);
  }

  private static Scalar chiSquared(Pairs pairs, double degrees) {
    double sum = 0;
    for (int i = 0; i < pairs.count(); i++) {
      double expected = pairs.y()[i];
      if (expected == 0) {
        return ErrorValue.DIV0;
      }
      sum += (pairs.x()[i] - expected) * (pairs.x()[i] - expected) / expected;
    }
    double statistic = sum;
    return pairs.count() == 0
        ? ErrorValue.DIV0
        : Domain.inside(
            statistic >= 0, () -> GammaDistribution.chiSquared(degrees).above(statistic));
  }
}
