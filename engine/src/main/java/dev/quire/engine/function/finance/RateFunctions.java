package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// Interest rates turned into others, growth, and prices quoted in fractions.
public final class RateFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          yearly("EFFECT", "nominal_rate", (rate, n) -> Math.pow(1 + rate / n, n) - 1),
          yearly("NOMINAL", "effect_rate", (rate, n) -> n * (Math.pow(1 + rate, 1 / n) - 1)),
          function("RRI", RateFunctions::growth)
              .takes(number("nper"), number("pv"), number("fv"))
              .since(2013),
          function("PDURATION", RateFunctions::duration)
              .takes(number("rate"), number("pv"), number("fv"))
              .since(2013),
          function("FVSCHEDULE", RateFunctions::schedule)
              .takes(plainNumber("principal"), any("schedule")),
          quoted("DOLLARDE", "fractional_dollar", (part, steps) -> part * shift(steps) / steps),
          quoted("DOLLARFR", "decimal_dollar", (part, steps) -> part * steps / shift(steps)));

  private RateFunctions() {}

  private static FunctionSpec yearly(String name, String rate, DoubleBinaryOperator formula) {
    return function(
            name,
            a ->
                a.number(0) <= 0 || a.number(1) < 1
                    ? ErrorValue.NUM
                    : NumberValue.of(formula.applyAsDouble(a.number(0), Math.floor(a.number(1)))))
        .takes(plainNumber(rate), plainNumber("npery"));
  }

  private static Value growth(Arguments a) {
    double periods = a.number(0);
    double ratio = a.number(2) / a.number(1);
    return periods <= 0 || a.number(1) == 0
        ? ErrorValue.NUM
        : NumberValue.of(Math.pow(ratio, 1 / periods) - 1);
  }

  private static Value duration(Arguments a) {
    boolean positive = a.number(0) > 0 && a.number(1) > 0 && a.number(2) > 0;
    return positive
        ? NumberValue.of((Math.log(a.number(2)) - Math.log(a.number(1))) / Math.log1p(a.number(0)))
        : ErrorValue.NUM;
  }

  /// A blank is a rate of 0; anything else that is no number is `#VALUE!`. A single text that is
  /// written directly may read as a number, those in cells and arrays may not (O).
  private static Value schedule(Arguments a) {
    var worth = new Scalar[] {new NumberValue(a.number(0))};
    Value rates = a.value(1) instanceof TextValue text ? a.toNumber(text) : a.value(1);
    Matrix.of(rates, a.workspace())
        .visit((_, _, rate) -> {
          worth[0] = grown(((NumberValue) worth[0]).number(), rate);
          return worth[0] instanceof NumberValue;
        });
    return worth[0];
  }

  /// Worth more than a number can say, it is worth 0 and no error (O).
  private static Scalar grown(double worth, Scalar rate) {
    if (rate instanceof NumberValue(double each)) {
      double next = worth * (1 + each);
      return new NumberValue(Double.isFinite(next) ? next : 0);
    }
    return rate instanceof ErrorValue ? rate : ErrorValue.VALUE;
  }

  /// A price in steps of a fraction: 1.02 in sixteenths is 1 and 2/16.
  private static FunctionSpec quoted(String name, String price, DoubleBinaryOperator part) {
    return function(name, a -> quoted(a, part)).takes(plainNumber(price), plainNumber("fraction"));
  }

  private static Value quoted(Arguments a, DoubleBinaryOperator part) {
    double steps = a.number(1);
    if (steps < 0) {
      return ErrorValue.NUM;
    }
    if (steps < 1) {
      return ErrorValue.DIV0;
    }
    double price = a.number(0);
    double whole = price < 0 ? Math.ceil(price) : Math.floor(price);
    return NumberValue.of(whole + part.applyAsDouble(price - whole, Math.floor(steps)));
  }

  /// The power of ten with as many zeros as the number of steps needs digits.
  private static double shift(double steps) {
    return Math.pow(10, Math.ceil(Math.log10(steps)));
  }
}
