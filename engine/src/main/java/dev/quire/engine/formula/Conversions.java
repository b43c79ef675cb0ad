package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.OptionalDouble;

/// Turns scalars into the type that an operator or parameter asks for. Errors stay what they are.
public final class Conversions {
  private Conversions() {}

  /// A [NumberValue] or an error: blank is 0, TRUE is 1, text is read as if typed.
  public static Scalar number(Scalar scalar, NumberText numbers, boolean date1904) {
    return switch (scalar) {
      case NumberValue number -> number;
      case BlankValue _ -> NumberValue.ZERO;
      case LogicalValue logical -> logical.truth() ? NumberValue.ONE : NumberValue.ZERO;
      case TextValue(String text) -> {
        OptionalDouble number = numbers.number(text, date1904);
        yield number.isPresent() ? NumberValue.of(number.getAsDouble()) : ErrorValue.VALUE;
      }
      case ErrorValue error -> error;
    };
  }

  /// A [TextValue] or an error: blank is the empty text.
  public static Scalar text(Scalar scalar, NumberText numbers) {
    return switch (scalar) {
      case TextValue text -> text;
      case BlankValue _ -> TextValue.EMPTY;
      case NumberValue(double number) -> new TextValue(numbers.text(number));
      case LogicalValue logical -> new TextValue(logical.name());
      case ErrorValue error -> error;
    };
  }

  /// A [LogicalValue] or an error: numbers are TRUE unless 0, the words TRUE and FALSE are read.
  public static Scalar logical(Scalar scalar) {
    return switch (scalar) {
      case LogicalValue logical -> logical;
      case NumberValue(double number) -> LogicalValue.of(number != 0);
      case BlankValue _ -> LogicalValue.FALSE;
      case TextValue(String text) when text.equalsIgnoreCase("TRUE") -> LogicalValue.TRUE;
      case TextValue(String text) when text.equalsIgnoreCase("FALSE") -> LogicalValue.FALSE;
      case TextValue _ -> ErrorValue.VALUE;
      case ErrorValue error -> error;
    };
  }
}
