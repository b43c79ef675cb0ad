package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that write any value as text: as cells show it in the General format (0), or as it
/// stands in a formula (1).
public final class ValueTexts {
  private static final int CONCISE = 0;
  private static final int STRICT = 1;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("VALUETOTEXT", ValueTexts::valueToText)
              .since(2024)
              .takes(item("value"), number("format").optional()),
          function("ARRAYTOTEXT", ValueTexts::arrayToText)
              .since(2024)
              .takes(any("array"), number("format").optional()));

  private ValueTexts() {}

  private static Value valueToText(Arguments a) {
    int format = (int) a.number(1, 0);
    return format == CONCISE || format == STRICT
        ? TextValue.of(written(a, a.scalar(0), format == STRICT))
        : ErrorValue.VALUE;
  }

  private static String written(Arguments a, Scalar value, boolean strict) {
    return switch (value) {
      case TextValue(String text) -> strict ? '"' + text.replace("\"", "\"\"") + '"' : text;
      case ErrorValue error -> error.word();
      case Scalar other -> ((TextValue) a.toText(other)).text();
    };
  }

  private static Value arrayToText(Arguments a) {
    int format = (int) a.number(1, 0);
    if (format != CONCISE && format != STRICT || !a.has(0)) {
      return ErrorValue.VALUE;
    }
    return a.value(0) instanceof ReferenceValue reference && !reference.isSingle()
        ? ErrorValue.VALUE
        : format == STRICT
            ? joined(a, a.matrix(0), "{", ",", ";", "}")
            : joined(a, a.matrix(0), "", ", ", ", ", "");
  }

  private static Value joined(
      Arguments a, Matrix matrix, String open, String column, String row, String close) {
    var text = new StringBuilder(open);
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        text.append(c > 0 ? column : r > 0 ? row : "");
        text.append(written(a, matrix.at(r, c), !open.isEmpty()));
        if (text.length() > TextValue.MAX_LENGTH) {
          return ErrorValue.VALUE;
        }
      }
    }
    return TextValue.of(text.append(close).toString());
  }
}
