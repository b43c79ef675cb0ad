package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.math.Rounding;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.math.RoundingMode;
import java.util.List;

/// Functions that write numbers as a number format shows them, and one that reads them.
public final class FormattingFunctions {
  /// Longest text that `TEXT` makes of a number.
  private static final int MOST_CHARACTERS = 255;

  /// Most decimals of `FIXED` and `DOLLAR` (Excel's limit).
  private static final int MOST_DECIMALS = 127;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("TEXT", FormattingFunctions::formatted)
              .takes(scalar("value"), text("format_text")),
          function("FIXED", FormattingFunctions::fixed)
              .takes(
                  number("number"), number("decimals").optional(), logical("no_commas").optional()),
          function("DOLLAR", FormattingFunctions::dollar)
              .takes(number("number"), number("decimals").optional()),
          function("USDOLLAR", FormattingFunctions::dollar)
              .takes(number("number"), number("decimals").optional()),
          function("NUMBERVALUE", NumberReading::read)
              .since(2013)
              .takes(
                  text("text"),
                  text("decimal_separator").optional(),
                  text("group_separator").optional()));

  private FormattingFunctions() {}

  /// A text that reads as a number is formatted as that number, a logical as its text. An empty
  /// format leaves nothing of a number but its minus sign (O). A number of 308 digits is too long
  /// (O; that the limit is the one of format codes is our guess).
  private static Value formatted(Arguments a) {
    Scalar value = a.scalar(0) instanceof LogicalValue truth ? a.toText(truth) : a.scalar(0);
    Scalar number = a.scalar(0) instanceof LogicalValue ? value : a.toNumber(value);
    Scalar shown = number instanceof ErrorValue ? value : number;
    if (a.text(1).isEmpty()) {
      return shown instanceof NumberValue(double shownNumber)
          ? new TextValue(shownNumber < 0 ? "-" : "")
          : a.toText(shown);
    }
    Value written = written(a, shown, a.text(1));
    return shown instanceof NumberValue
            && written instanceof TextValue(String text)
            && text.length() > MOST_CHARACTERS
        ? ErrorValue.VALUE
        : written;
  }

  private static Value fixed(Arguments a) {
    return rounded(a, a.logical(2, false) ? "0%s" : "#,##0%s");
  }

  private static Value dollar(Arguments a) {
    return rounded(a, "$#,##0%1$s;($#,##0%1$s)");
  }

  /// @param pattern a format with a place for its decimals
  private static Value rounded(Arguments a, String pattern) {
    double decimals = Math.floor(a.has(1) ? a.number(1) : 2);
    if (decimals > MOST_DECIMALS) {
      return ErrorValue.VALUE;
    }
    // Rounded first, so that what rounds to zero shows no sign.
    double number = Rounding.round(a.number(0), (int) decimals, RoundingMode.HALF_UP);
    String places = decimals > 0 ? "." + "0".repeat((int) decimals) : "";
    return Double.isFinite(number)
        ? written(a, new NumberValue(number), pattern.formatted(places))
        : ErrorValue.NUM;
  }

  /// What a value shows in a number format; `#VALUE!` when the code is damaged.
  static Value written(Arguments a, Scalar value, String code) {
    return a.numberText()
        .formatted(value, code, a.workspace().date1904())
        .<Value>map(TextValue::of)
        .orElse(ErrorValue.VALUE);
  }
}
