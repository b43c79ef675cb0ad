package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.math.BigDecimal;

/// Writes constants as they stand in formulas.
final class Literals {
  private Literals() {}

  static String print(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> print(number);
      case TextValue(String text) -> "\"" + text.replace("\"", "\"\"") + "\"";
      case LogicalValue logical -> logical.name();
      case ErrorValue error -> error.word();
      case BlankValue _ -> "";
    };
  }

  static String print(ArrayValue array) {
    var text = new StringBuilder("{");
    for (int row = 0; row < array.rows(); row++) {
      text.append(row == 0 ? "" : ";");
      for (int column = 0; column < array.columns(); column++) {
        text.append(column == 0 ? "" : ",").append(print(array.at(row, column)));
      }
    }
    return text.append('}').toString();
  }

  /// The shortest digits that read back as the same number, with an exponent where plain digits
  /// would run longer than 20.
  static String print(double number) {
    BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (number == 0) {
      return "0";
    }
    String plain = decimal.toPlainString();
    if (plain.length() <= 21 && exponent < 20) {
      return plain;
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "E-" : "E+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
