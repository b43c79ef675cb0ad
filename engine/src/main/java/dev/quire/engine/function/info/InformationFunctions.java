package dev.quire.engine.function.info;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.scalar;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Predicate;

/// Functions that ask what kind of value there is.
public final class InformationFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          question("ISBLANK", BlankValue.class::isInstance),
          question("ISNUMBER", NumberValue.class::isInstance),
          question("ISTEXT", TextValue.class::isInstance),
          question("ISNONTEXT", value -> !(value instanceof TextValue)),
          question("ISLOGICAL", LogicalValue.class::isInstance),
          question("ISERROR", ErrorValue.class::isInstance),
          question("ISERR", value -> value instanceof ErrorValue && value != ErrorValue.NA),
          question("ISNA", value -> value == ErrorValue.NA),
          function("ISREF", a -> LogicalValue.of(a.value(0) instanceof ReferenceValue))
              .takes(any("value")),
          function("ISEVEN", a -> parity(a, 0)).takes(scalar("number")),
          function("ISODD", a -> parity(a, 1)).takes(scalar("number")),
          function("NA", _ -> ErrorValue.NA),
          function("N", a -> asNumber(a.topLeft(a.value(0)))).takes(any("value")),
          function("TYPE", a -> type(a.value(0) instanceof FunctionValue f ? f : a.operand(0)))
              .takes(any("value")),
          function("ERROR.TYPE", InformationFunctions::errorType).takes(item("error_val")));

  /// Of a longer text `TYPE` says that it is an array, and `ERROR.TYPE` that it is `#VALUE!` (O).
  private static final int MAX_PLAIN = 255;

  private static final int ARRAY = 64;

  private InformationFunctions() {}

  private static FunctionSpec question(String name, Predicate<Scalar> test) {
    return function(name, a -> LogicalValue.of(test.test(a.scalar(0)))).takes(item("value"));
  }

  private static Value parity(Arguments a, int rest) {
    if (a.scalar(0) instanceof LogicalValue) {
      return ErrorValue.VALUE;
    }
    return a.toNumber(a.scalar(0)) instanceof NumberValue(double number)
        ? LogicalValue.of(Math.floor(Math.abs(number)) % 2 == rest)
        : ErrorValue.VALUE;
  }

  private static Value asNumber(Scalar value) {
    return switch (value) {
      case NumberValue _, ErrorValue _ -> value;
      case LogicalValue logical -> logical.truth() ? NumberValue.ONE : NumberValue.ZERO;
      case TextValue _, BlankValue _ -> NumberValue.ZERO;
    };
  }

  private static Value type(Value value) {
    return new NumberValue(
        switch (value) {
          case NumberValue _, BlankValue _ -> 1;
          case TextValue(String text) -> text.length() > MAX_PLAIN ? ARRAY : 2;
          case LogicalValue _ -> 4;
          case ErrorValue _ -> 16;
          case ArrayValue _, ReferenceValue _ -> ARRAY;
          case FunctionValue _ -> 128;
        });
  }

  private static Value errorType(Arguments a) {
    return switch (a.scalar(0)) {
      case ErrorValue error -> new NumberValue(error.ordinal() + 1);
      case TextValue(String text) when text.length() > MAX_PLAIN ->
          new NumberValue(ErrorValue.VALUE.ordinal() + 1);
      case Scalar _ -> ErrorValue.NA;
    };
  }
}
