package dev.quire.engine.function.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.OptionalDouble;

/// `NUMBERVALUE`: reads a number written with other separators than those of the workbook.
final class NumberReading {
  private NumberReading() {}

  static Value read(Arguments a) {
    String decimal = a.text(1, ".");
    // A comma that separates decimals leaves the dot for the groups (O).
    String group = a.text(2, decimal.startsWith(",") ? "." : ",");
    if (decimal.isEmpty() || group.isEmpty() || decimal.charAt(0) == group.charAt(0)) {
      return ErrorValue.VALUE;
    }
    String text = a.text(0).replaceAll("\\s", "");
    if (text.isEmpty()) {
      return NumberValue.ZERO;
    }
    int point = text.indexOf(decimal.charAt(0));
    boolean scattered = point >= 0 && text.indexOf(group.charAt(0), point) >= 0;
    String whole = point < 0 ? text : text.substring(0, point);
    String rest = point < 0 ? "" : "." + text.substring(point + 1);
    return scattered ? ErrorValue.VALUE : plain(a, whole.replace(group.substring(0, 1), "") + rest);
  }

  /// What remains is read like typed text, so dates and times count too (O). Each percent sign at
  /// the end divides by a hundred.
  private static Value plain(Arguments a, String text) {
    int end = text.length();
    double divisor = 1;
    while (end > 0 && text.charAt(end - 1) == '%') {
      end--;
      divisor *= 100;
    }
    String digits = text.substring(0, end);
    OptionalDouble number = a.numberText().number(digits, a.workspace().date1904());
    return number.isPresent() ? NumberValue.of(number.getAsDouble() / divisor) : ErrorValue.VALUE;
  }
}
