package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.folding;
import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Powers;
import dev.quire.engine.function.Folds;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Sums, powers, logarithms and random numbers.
public final class MathFunctions {
  /// Beyond this quotient `MOD` refuses (Excel, MOD function: observed limit 2^27 × 8,388,608).
  private static final double MAX_QUOTIENT = 0x1p50;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          folding("SUM", Folds.Sum::new),
          function("SUMSQ", a -> Numbers.of(a, 0).reduce(MathFunctions::sumOfSquares))
              .takes(any("number").repeating()),
          function("PRODUCT", a -> Numbers.written(a).reduce(Numbers::product))
              .takes(any("number").repeating()),
          unary("ABS", Math::abs),
          unary("SIGN", Math::signum),
          unary("EXP", Math::exp),
          unary("SQRT", Math::sqrt),
          function("SQRTPI", a -> NumberValue.of(Math.sqrt(a.number(0) * Math.PI)))
              .takes(plainNumber("number")),
          unary("LN", MathFunctions::ln),
          function("LOG10", a -> log(a.number(0), 10)).takes(number("number")),
          function("LOG", a -> log(a.number(0), a.number(1, 10)))
              .takes(number("number"), number("base").optional()),
          function("POWER", a -> power(a.number(0), a.number(1)))
              .takes(number("number"), number("power"))
              .quick((base, exponent) -> base == 0 ? Double.NaN : Math.pow(base, exponent)),
          function("MOD", MathFunctions::mod).takes(number("number"), number("divisor")),
          function("QUOTIENT", MathFunctions::quotient)
              .takes(plainNumber("numerator"), plainNumber("denominator")),
          function("PI", _ -> new NumberValue(Math.PI)),
          function("RAND", a -> new NumberValue(a.workspace().random().nextDouble()))
              .everChanging(),
          function("RANDBETWEEN", MathFunctions::randBetween)
              .takes(plainNumber("bottom"), plainNumber("top"))
              .everChanging());

  private MathFunctions() {}

  /// A function of one number, `#NUM!` where it is not defined.
  static FunctionSpec unary(String name, DoubleUnaryOperator operator) {
    return function(name, a -> NumberValue.of(operator.applyAsDouble(a.number(0))))
        .takes(number("number"))
        .quick((number, _) -> operator.applyAsDouble(number));
  }

  private static Scalar sumOfSquares(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number * number;
    }
    return NumberValue.of(sum);
  }

  private static double ln(double number) {
    return number > 0 ? Math.log(number) : Double.NaN;
  }

  private static Value log(double number, double base) {
    if (number <= 0 || base <= 0) {
      return ErrorValue.NUM;
    }
    if (base == 1) {
      return ErrorValue.DIV0;
    }
    double exact = base == 10 ? Math.log10(number) : Math.log(number) / Math.log(base);
    double whole = Math.rint(exact);
    // The quotient of logarithms misses whole powers by a bit: LOG(8,2) is 3.
    return NumberValue.of(Math.pow(base, whole) == number ? whole : exact);
  }

  static Value power(double base, double exponent) {
    if (base == 0 && exponent <= 0) {
      return exponent == 0 ? ErrorValue.NUM : ErrorValue.DIV0;
    }
    return NumberValue.of(Powers.of(base, exponent));
  }

  /// The result has the sign of the divisor.
  private static Value mod(Arguments a) {
    double number = a.number(0);
    double divisor = a.number(1);
    if (divisor == 0) {
      return ErrorValue.DIV0;
    }
    double quotient = Math.floor(number / divisor);
    return Math.abs(quotient) > MAX_QUOTIENT
        ? ErrorValue.NUM
        : NumberValue.of(number - divisor * quotient);
  }

  private static Value quotient(Arguments a) {
    if (a.number(1) == 0) {
      return ErrorValue.DIV0;
    }
    double quotient = a.number(0) / a.number(1);
    return NumberValue.of(quotient < 0 ? 0 - Math.floor(-quotient) : Math.floor(quotient));
  }

  private static Value randBetween(Arguments a) {
    double bottom = Math.ceil(a.number(0));
    double top = Math.max(bottom, Math.floor(a.number(1)));
    return a.number(0) > a.number(1)
        ? ErrorValue.NUM
        : NumberValue.of(
            bottom + Math.floor(a.workspace().random().nextDouble() * (top - bottom + 1)));
  }
}
