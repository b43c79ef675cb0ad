package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Functions of one or two complex numbers, which are texts such as `3+4i`. Results that are
/// complex are texts again, with the letter of their arguments. What is not defined is `#NUM!`.
public final class ComplexFunctions {
  private static final ComplexNumber ONE = ComplexNumber.ONE;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("COMPLEX", ComplexFunctions::complex)
              .takes(plainNumber("real_num"), plainNumber("i_num"), text("suffix").optional()),
          measured("IMREAL", ComplexNumber::real),
          measured("IMAGINARY", ComplexNumber::imaginary),
          measured("IMABS", ComplexNumber::modulus),
          function("IMARGUMENT", ComplexFunctions::argument).takes(scalar("inumber")),
          unary("IMCONJUGATE", ComplexNumber::conjugate),
          unary("IMSQRT", ComplexNumber::sqrt),
          unary("IMEXP", ComplexNumber::exp),
          unary("IMLN", ComplexNumber::ln),
          unary("IMLOG10", z -> z.ln().scaled(1 / Math.log(10))),
          unary("IMLOG2", z -> z.ln().scaled(1 / Math.log(2))),
          unary("IMSIN", ComplexNumber::sin),
          unary("IMCOS", ComplexNumber::cos),
          unary("IMTAN", ComplexNumber::tan).since(2013),
          unary("IMCOT", ComplexNumber::cot).since(2013),
          unary("IMSEC", z -> ONE.over(z.cos())).since(2013),
          unary("IMCSC", z -> ONE.over(z.sin())).since(2013),
          unary("IMSINH", ComplexNumber::sinh).since(2013),
          unary("IMCOSH", ComplexNumber::cosh).since(2013),
          unary("IMSECH", ComplexNumber::sech).since(2013),
          unary("IMCSCH", ComplexNumber::csch).since(2013),
          binary("IMSUB", ComplexNumber::minus),
          binary("IMDIV", ComplexNumber::over),
          function("IMPOWER", ComplexFunctions::power)
              .takes(scalar("inumber"), plainNumber("number")));

  private ComplexFunctions() {}

  private static FunctionSpec measured(String name, ToDoubleFunction<ComplexNumber> measure) {
    return function(
            name,
            a ->
                ComplexText.read(
                    a, a.scalar(0), z -> NumberValue.of(measure.applyAsDouble(z.number()))))
        .takes(scalar("inumber"));
  }

  private static FunctionSpec unary(String name, UnaryOperator<ComplexNumber> operator) {
    return function(
            name,
            a ->
                ComplexText.read(
                    a,
                    a.scalar(0),
                    z -> ComplexText.write(operator.apply(z.number()), z.unit(), a)))
        .takes(scalar("inumber"));
  }

  private static FunctionSpec binary(String name, BinaryOperator<ComplexNumber> operator) {
    return function(
            name,
            a ->
                ComplexText.read(
                    a,
                    a.scalar(0),
                    x -> ComplexText.read(a, a.scalar(1), y -> combined(x, y, operator, a))))
        .takes(scalar("inumber1"), scalar("inumber2"));
  }

  private static Scalar combined(
      ComplexText x, ComplexText y, BinaryOperator<ComplexNumber> operator, Arguments a) {
    return x.unit()
        .with(y.unit())
        .map(unit -> ComplexText.write(operator.apply(x.number(), y.number()), unit, a))
        .orElse(ErrorValue.VALUE);
  }

  private static Value complex(Arguments a) {
    String suffix = a.text(2, "");
    ImaginaryUnit unit = ImaginaryUnit.endOf(suffix);
    return suffix.isEmpty() || suffix.equals("i") || suffix.equals("j")
        ? ComplexText.write(new ComplexNumber(a.number(0), a.number(1)), unit, a)
        : ErrorValue.VALUE;
  }

  private static Value argument(Arguments a) {
    return ComplexText.read(
        a,
        a.scalar(0),
        z -> z.number().isZero() ? ErrorValue.DIV0 : new NumberValue(z.number().argument()));
  }

  private static Value power(Arguments a) {
    return ComplexText.read(
        a, a.scalar(0), z -> ComplexText.write(z.number().power(a.number(1)), z.unit(), a));
  }
}
