package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleFunction;

/// Sums of powers, and multinomial coefficients. Unlike elsewhere, a text that is no number and a
/// logical among their numbers are `#VALUE!` (former Analysis ToolPak).
public final class SeriesFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SERIESSUM", SeriesFunctions::seriesSum)
              .takes(plainNumber("x"), plainNumber("n"), plainNumber("m"), any("coefficients")),
          function("MULTINOMIAL", SeriesFunctions::multinomial).takes(any("number").repeating()));

  private SeriesFunctions() {}

  /// Every coefficient has its place, also a blank one; nothing at all is `#N/A` (O).
  private static Value seriesSum(Arguments a) {
    if (!a.has(3)) {
      return ErrorValue.NA;
    }
    Matrix coefficients = Matrix.of(a.value(3), a.workspace());
    long size = (long) coefficients.usedRows() * coefficients.columns();
    a.spend(size);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      Scalar coefficient = coefficient(a, coefficients.at(i));
      Value power = MathFunctions.power(a.number(0), a.number(1) + i * a.number(2));
      if (!(coefficient instanceof NumberValue(double times))) {
        return coefficient;
      }
      if (!(power instanceof NumberValue(double factor))) {
        return ErrorValue.NUM;
      }
      sum += times * factor;
    }
    return NumberValue.of(sum);
  }

  /// `(a+b+…)! / (a!·b!·…)`, as a product of binomial coefficients. `#NUM!` where the first
  /// factorial is beyond all numbers (observed).
  private static Value multinomial(Arguments a) {
    var so = new double[] {0, 1};
    for (int place = 0; place < a.count(); place++) {
      Scalar outcome =
          each(
              a,
              place,
              number -> {
                double whole = Math.floor(number);
                so[0] += whole;
                Scalar ways = IntegerFunctions.combinations(so[0], whole);
                so[1] *= ways instanceof NumberValue(double factor) ? factor : 1;
                return number < 0 || so[0] > IntegerFunctions.MAX_FACTORIAL ? ErrorValue.NUM : ways;
              });
      if (outcome instanceof ErrorValue) {
        return outcome;
      }
    }
    return NumberValue.of(so[1]);
  }

  /// Hands on the numbers of an argument until one is refused.
  private static Scalar each(Arguments a, int place, DoubleFunction<Scalar> sink) {
    var outcome = new Scalar[] {NumberValue.ZERO};
    Matrix.of(a.value(place), a.workspace())
        .visit((_, _, value) -> {
          outcome[0] =
              number(a, value) instanceof NumberValue(double number)
                  ? sink.apply(number)
                  : number(a, value);
          return !(outcome[0] instanceof ErrorValue);
        });
    return outcome[0];
  }

  /// Texts in cells and arrays are not read, unlike those written directly (O).
  private static Scalar coefficient(Arguments a, Scalar value) {
    boolean unread = value instanceof TextValue && !(a.value(3) instanceof Scalar);
    return unread ? ErrorValue.VALUE : number(a, value);
  }

  private static Scalar number(Arguments a, Scalar value) {
    return switch (value) {
      case LogicalValue _ -> ErrorValue.VALUE;
      case NumberValue _, TextValue _, BlankValue _, ErrorValue _ -> a.toNumber(value);
    };
  }
}
