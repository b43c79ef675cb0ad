package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.logical;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.stats.Observations.Layout;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;

/// The line, plane or exponential curve that fits observations best, and what it says elsewhere.
public final class RegressionFunctions {
  private static final int STATISTICS_ROWS = 5;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          estimate("LINEST", Curve.LINE),
          estimate("LOGEST", Curve.EXPONENTIAL),
          prediction("TREND", Curve.LINE),
          prediction("GROWTH", Curve.EXPONENTIAL));

  private RegressionFunctions() {}

  /// An exponential curve is a line through logarithms.
  private enum Curve {
    LINE,
    EXPONENTIAL;

    double straight(double y) {
      return this == LINE ? y : Math.log(y);
    }

    double back(double y) {
      return this == LINE ? y : Math.exp(y);
    }

    /// A part of a result and the next, which a coefficient has in it. Curves multiply powers, so
    /// that a factor beyond all numbers is `#NUM!` whatever the others are (observed).
    double with(double part, double coefficient, double x) {
      return this == LINE ? part + coefficient * x : part * Math.pow(back(coefficient), x);
    }

    boolean accepts(double[] y) {
      return this == LINE || Arrays.stream(y).allMatch(number -> number > 0);
    }
  }

  private static FunctionSpec estimate(String name, Curve curve) {
    return function(name, a -> Observations.apply(a, seen -> estimate(a, seen, curve)))
        .yieldsArray()
        .takes(
            array("known_y's"),
            array("known_x's").optional(),
            logical("const").optional(),
            logical("stats").optional());
  }

  private static FunctionSpec prediction(String name, Curve curve) {
    return function(name, a -> Observations.apply(a, seen -> prediction(a, seen, curve)))
        .yieldsArray()
        .takes(
            array("known_y's"),
            array("known_x's").optional(),
            array("new_x's").optional(),
            logical("const").optional());
  }

  private static LeastSquares fit(
      Arguments a, Observations seen, Curve curve, boolean hasConstant) {
    double[] y = Arrays.stream(seen.y()).map(curve::straight).toArray();
    return LeastSquares.fit(seen.x(), y, hasConstant, a.workspace()::checkTime);
  }

  /// The coefficients from the last variable to the first and the intercept; below them, when asked
  /// for, the statistics.
  private static Value estimate(Arguments a, Observations seen, Curve curve) {
    boolean hasConstant = !a.has(2) || a.logical(2);
    if (!curve.accepts(seen.y())) {
      return ErrorValue.NUM;
    }
    LeastSquares fit = fit(a, seen, curve, hasConstant);
    int variables = seen.x().length;
    double[] coefficients = fit.coefficients();
    double[] errors = fit.errors();
    return a.array(
        a.logical(3, false) ? STATISTICS_ROWS : 1,
        variables + 1,
        (row, column) -> {
          boolean last = column == variables;
          return switch (row) {
            case 0 ->
                NumberValue.of(
                    curve.back(last ? fit.intercept() : coefficients[variables - 1 - column]));
            case 1 -> last ? interceptError(fit, hasConstant) : error(errors, column);
            default -> column > 1 ? ErrorValue.NA : statistic(fit, row, column);
          };
        });
  }

  private static Scalar error(double[] errors, int column) {
    return NumberValue.of(errors[errors.length - 1 - column]);
  }

  private static Scalar interceptError(LeastSquares fit, boolean hasConstant) {
    return hasConstant ? NumberValue.of(fit.interceptError()) : ErrorValue.NA;
  }

  private static Scalar statistic(LeastSquares fit, int row, int column) {
    boolean left = column == 0;
    return switch (row) {
      case 2 ->
          NumberValue.of(
              left
                  ? fit.explained() / (fit.explained() + fit.unexplained())
                  : Math.sqrt(fit.variance()));
      case 3 ->
          NumberValue.of(
              left ? fit.explained() / fit.rank() / fit.variance() : fit.degreesOfFreedom());
      default -> NumberValue.of(left ? fit.explained() : fit.unexplained());
    };
  }

  private static Value prediction(Arguments a, Observations seen, Curve curve) {
    if (!a.has(2)) {
      return prediction(a, seen, curve, seen.x(), known(a));
    }
    Matrix newX = a.matrix(2);
    if (!Observations.isNumeric(newX)) {
      return ErrorValue.VALUE;
    }
    return seen.fits(newX)
        ? prediction(a, seen, curve, Observations.variables(newX, seen.layout()), newX)
        : ErrorValue.REF;
  }

  private static Matrix known(Arguments a) {
    return a.matrix(a.has(1) ? 1 : 0);
  }

  /// @param newX for each variable a number for each result
  /// @param form the rectangle that they come from
  private static Value prediction(
      Arguments a, Observations seen, Curve curve, double[][] newX, Matrix form) {
    if (!curve.accepts(seen.y())) {
      return ErrorValue.NUM;
    }
    LeastSquares fit = fit(a, seen, curve, !a.has(3) || a.logical(3));
    double[] coefficients = fit.coefficients();
    double intercept = fit.intercept();
    return a.array(
        seen.layout() == Layout.ROWS ? 1 : form.rows(),
        seen.layout() == Layout.COLUMNS ? 1 : form.columns(),
        (row, column) -> {
          double so = curve.back(intercept);
          int at = row * form.columns() + column;
          for (int j = 0; j < coefficients.length; j++) {
            double x = newX[j][seen.layout() == Layout.COLUMNS ? row : at];
            so = curve.with(so, coefficients[j], x);
          }
          return NumberValue.of(so);
        });
  }
}
