package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.LongBinaryOperator;

/// Bits of whole numbers from 0 up to but without 2^48; other numbers are `#NUM!`.
public final class BitFunctions {
  private static final double LIMIT = 0x1p48;
  private static final int MAX_SHIFT = 53;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          pair("BITAND", (x, y) -> x & y),
          pair("BITOR", (x, y) -> x | y),
          pair("BITXOR", (x, y) -> x ^ y),
          function("BITLSHIFT", a -> shifted(a, 1))
              .takes(number("number"), number("shift_amount"))
              .since(2013),
          function("BITRSHIFT", a -> shifted(a, -1))
              .takes(number("number"), number("shift_amount"))
              .since(2013));

  private BitFunctions() {}

  private static FunctionSpec pair(String name, LongBinaryOperator operator) {
    return function(name, a -> combined(a, operator))
        .takes(number("number1"), number("number2"))
        .since(2013);
  }

  private static Value combined(Arguments a, LongBinaryOperator operator) {
    return fits(a.number(0)) && fits(a.number(1))
        ? new NumberValue(operator.applyAsLong((long) a.number(0), (long) a.number(1)))
        : ErrorValue.NUM;
  }

  /// A negative amount shifts the other way.
  private static Value shifted(Arguments a, int direction) {
    double amount = a.number(1);
    if (!fits(a.number(0)) || Math.abs(amount) > MAX_SHIFT) {
      return ErrorValue.NUM;
    }
    double result = Math.floor(Math.scalb(a.number(0), direction * (int) amount));
    return fits(result) ? new NumberValue(result) : ErrorValue.NUM;
  }

  private static boolean fits(double number) {
    return number >= 0 && number < LIMIT && number == Math.rint(number);
  }
}
