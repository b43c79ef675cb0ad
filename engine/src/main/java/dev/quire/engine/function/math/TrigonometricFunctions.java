package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.math.MathFunctions.unary;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Circular and hyperbolic functions. Angles are radians.
public final class TrigonometricFunctions {
  /// Angles from here on are `#NUM!` (Excel, SIN function: 2^27).
  private static final double MAX_ANGLE = 0x1p27;

  /// Beyond this 1 is lost beside the square.
  private static final double SQUARABLE = 1e9;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          circular("SIN", Angles::sin),
          circular("COS", Angles::cos),
          circular("TAN", Angles::tan),
          reciprocal("SEC", Angles::cos),
          reciprocal("CSC", Angles::sin),
          reciprocal("COT", Angles::tan),
          unary("ASIN", Math::asin),
          unary("ACOS", Math::acos),
          unary("ATAN", Math::atan),
          unary("ACOT", x -> Math.atan2(1, x)),
          unary("SINH", Math::sinh),
          unary("COSH", Math::cosh),
          unary("TANH", Math::tanh),
          unary("SECH", x -> 1 / Math.cosh(x)),
          function("CSCH", a -> inverse(Math.sinh(a.number(0)))).takes(number("number")),
          function("COTH", a -> inverse(Math.tanh(a.number(0)))).takes(number("number")),
          unary("ASINH", TrigonometricFunctions::asinh),
          unary("ACOSH", TrigonometricFunctions::acosh),
          unary("ATANH", TrigonometricFunctions::atanh),
          unary("ACOTH", x -> Math.abs(x) <= 1 ? Double.NaN : atanh(1 / x)),
          unary("DEGREES", x -> x * 180 / Math.PI),
          unary("RADIANS", x -> x * Math.PI / 180),
          function("ATAN2", TrigonometricFunctions::atan2).takes(number("x_num"), number("y_num")));

  private TrigonometricFunctions() {}

  private static FunctionSpec circular(String name, DoubleUnaryOperator operator) {
    return unary(name, x -> Math.abs(x) >= MAX_ANGLE ? Double.NaN : operator.applyAsDouble(x));
  }

  private static FunctionSpec reciprocal(String name, DoubleUnaryOperator operator) {
    return function(name, a -> reciprocal(a.number(0), operator)).takes(number("number"));
  }

  private static Value reciprocal(double x, DoubleUnaryOperator operator) {
    return Math.abs(x) >= MAX_ANGLE ? ErrorValue.NUM : inverse(operator.applyAsDouble(x));
  }

  private static Value inverse(double divisor) {
    return divisor == 0 ? ErrorValue.DIV0 : NumberValue.of(1 / divisor);
  }

  /// Keeps its digits near 0, and does not overflow when squared.
  private static double asinh(double x) {
    double size = Math.abs(x);
    double result =
        size > SQUARABLE
            ? Math.log(size) + Math.log(2)
            : Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
    return Math.copySign(result, x);
  }

  private static double acosh(double x) {
    if (x < 1) {
      return Double.NaN;
    }
    double above = x - 1;
    return x > SQUARABLE
        ? Math.log(x) + Math.log(2)
        : Math.log1p(above + Math.sqrt(above * (x + 1)));
  }

  private static double atanh(double x) {
    return Math.abs(x) >= 1 ? Double.NaN : 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }

  private static Value atan2(Arguments a) {
    double x = a.number(0);
    double y = a.number(1);
    return x == 0 && y == 0 ? ErrorValue.DIV0 : new NumberValue(Math.atan2(y, x));
  }
}
