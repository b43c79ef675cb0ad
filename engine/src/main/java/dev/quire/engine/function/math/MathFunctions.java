package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums, products and elementary arithmetic.
public final class MathFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SUM", MathFunctions::sum).takes(any("number").repeating()),
          function("ABS", MathFunctions::abs).takes(number("number")));

  private MathFunctions() {}

  private static Value sum(Arguments a) {
    var sum = new double[1];
    @Nullable ErrorValue error = Numbers.each(a, 0, a.count(), number -> sum[0] += number);
    return error == null ? NumberValue.of(sum[0]) : error;
  }

  private static Value abs(Arguments a) {
    return new NumberValue(Math.abs(a.number(0)));
  }
}
