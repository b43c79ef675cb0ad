package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How two lists of numbers go together: correlation, covariance, and the line through their
/// points. In the names of Excel the ys come first.
public final class PairFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          over("CORREL", "array1", "array2", PairFunctions::correlation),
          over("PEARSON", "array1", "array2", PairFunctions::correlation),
          over("RSQ", "known_y's", "known_x's", PairFunctions::determination),
          over("COVAR", "array1", "array2", pairs -> covariance(pairs, 0)),
          over("COVARIANCE.P", "array1", "array2", pairs -> covariance(pairs, 0))
              .map(spec -> spec.since(2010)),
          over("COVARIANCE.S", "array1", "array2", pairs -> covariance(pairs, 1))
              .map(spec -> spec.since(2010)),
          over("SLOPE", "known_y's", "known_x's", pairs -> line(pairs, PairFunctions::slope)),
          over(
              "INTERCEPT",
              "known_y's",
              "known_x's",
              pairs -> line(pairs, each -> forecast(each, 0))),
          over("STEYX", "known_y's", "known_x's", PairFunctions::standardError),
          plain(
              "FORECAST",
              PairFunctions::forecast,
              number("x"),
              array("known_y's"),
              array("known_x's")),
          Stream.of(
              function("FORECAST.LINEAR", PairFunctions::forecast)
                  .takes(number("x"), array("known_y's"), array("known_x's"))
                  .since(2016)));

  private PairFunctions() {}

  private static Stream<FunctionSpec> over(
      String name, String first, String second, Function<Pairs, Scalar> calculation) {
    return plain(name, a -> Pairs.reduce(a, 0, 1, calculation), array(first), array(second));
  }

  private static Scalar correlation(Pairs pairs) {
    double spread = Math.sqrt(pairs.squaresX()) * Math.sqrt(pairs.squaresY());
    return pairs.count() == 0 || spread == 0
        ? ErrorValue.DIV0
        : NumberValue.of(pairs.products() / spread);
  }

  private static Scalar determination(Pairs pairs) {
    return correlation(pairs) instanceof NumberValue(double r)
        ? NumberValue.of(r * r)
        : ErrorValue.DIV0;
  }

  private static Scalar covariance(Pairs pairs, int lost) {
    return pairs.count() <= lost
        ? ErrorValue.DIV0
        : NumberValue.of(pairs.products() / (pairs.count() - lost));
  }

  /// What is asked of the line through points (y, x), if there is one.
  private static Scalar line(Pairs pairs, Function<Pairs, Double> question) {
    return pairs.count() == 0 || pairs.squaresY() == 0
        ? ErrorValue.DIV0
        : NumberValue.of(question.apply(pairs));
  }

  private static double slope(Pairs pairs) {
    return pairs.products() / pairs.squaresY();
  }

  private static double forecast(Pairs pairs, double x) {
    return pairs.meanX() + slope(pairs) * (x - pairs.meanY());
  }

  private static Value forecast(Arguments a) {
    double x = a.number(0);
    return Pairs.reduce(a, 1, 2, pairs -> line(pairs, each -> forecast(each, x)));
  }

  private static Scalar standardError(Pairs pairs) {
    double products = pairs.products();
    double squares = pairs.squaresY();
    double unexplained = pairs.squaresX() - products * products / squares;
    return pairs.count() < 3 || squares == 0
        ? ErrorValue.DIV0
        : NumberValue.of(Math.sqrt(Math.max(0, unexplained) / (pairs.count() - 2)));
  }
}
