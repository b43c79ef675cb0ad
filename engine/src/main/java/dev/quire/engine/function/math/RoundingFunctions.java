package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.math.RoundingMode;
import java.util.List;

/// Functions that round.
public final class RoundingFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ROUND", a -> rounded(a, RoundingMode.HALF_UP))
              .takes(number("number"), number("num_digits")));

  private RoundingFunctions() {}

  private static Value rounded(Arguments a, RoundingMode mode) {
    return NumberValue.of(Rounding.round(a.number(0), (int) a.number(1), mode));
  }
}
