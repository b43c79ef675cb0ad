package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Locale;

/// Whole numbers written in any base from 2 to 36.
public final class RadixText {
  /// Numbers from here on are not exact.
  private static final double LIMIT = 0x1p53;

  private static final int MAX_LENGTH = 255;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("BASE", RadixText::base)
              .takes(number("number"), number("radix"), number("min_length").optional())
              .since(2013),
          function("DECIMAL", RadixText::decimal).takes(text("text"), number("radix")).since(2013));

  private RadixText() {}

  private static boolean isRadix(double radix) {
    return radix >= Character.MIN_RADIX && radix < Character.MAX_RADIX + 1;
  }

  private static Value base(Arguments a) {
    double number = Math.floor(a.number(0));
    double length = Math.floor(a.number(2, 1));
    if (number < 0
        || number >= LIMIT
        || !isRadix(a.number(1))
        || length < 0
        || length > MAX_LENGTH) {
      return ErrorValue.NUM;
    }
    if (number == 0 && length == 0) {
      return TextValue.EMPTY;
    }
    String digits = Long.toString((long) number, (int) a.number(1)).toUpperCase(Locale.ROOT);
    return new TextValue("0".repeat(Math.max(0, (int) length - digits.length())) + digits);
  }

  private static Value decimal(Arguments a) {
    String digits = a.text(0).strip();
    if (!isRadix(a.number(1)) || digits.length() > MAX_LENGTH) {
      return digits.length() > MAX_LENGTH ? ErrorValue.VALUE : ErrorValue.NUM;
    }
    int radix = (int) a.number(1);
    double number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) > 'z' ? -1 : Character.digit(digits.charAt(i), radix);
      if (digit < 0) {
        return ErrorValue.NUM;
      }
      number = number * radix + digit;
    }
    return NumberValue.of(number);
  }
}
