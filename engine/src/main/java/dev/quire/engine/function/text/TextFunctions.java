package dev.quire.engine.function.text;

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

/// Functions that cut and join texts. Positions count UTF-16 units from 1, as in Excel.
public final class TextFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("LEN", TextFunctions::len).takes(text("text")),
          function("LEFT", TextFunctions::left).takes(text("text"), number("num_chars").optional()),
          function("RIGHT", TextFunctions::right)
              .takes(text("text"), number("num_chars").optional()),
          function("MID", TextFunctions::mid)
              .takes(text("text"), number("start_num"), number("num_chars")),
          function("CONCATENATE", TextFunctions::concatenate).takes(text("text").repeating()));

  private TextFunctions() {}

  private static Value len(Arguments a) {
    return new NumberValue(a.text(0).length());
  }

  private static Value left(Arguments a) {
    String text = a.text(0);
    int chars = (int) a.number(1, 1);
    return chars < 0
        ? ErrorValue.VALUE
        : new TextValue(text.substring(0, Math.min(chars, text.length())));
  }

  private static Value right(Arguments a) {
    String text = a.text(0);
    int chars = (int) a.number(1, 1);
    return chars < 0
        ? ErrorValue.VALUE
        : new TextValue(text.substring(text.length() - Math.min(chars, text.length())));
  }

  private static Value mid(Arguments a) {
    String text = a.text(0);
    int start = (int) a.number(1);
    int chars = (int) a.number(2);
    if (start < 1 || chars < 0) {
      return ErrorValue.VALUE;
    }
    int from = Math.min(start - 1, text.length());
    return new TextValue(text.substring(from, from + Math.min(chars, text.length() - from)));
  }

  private static Value concatenate(Arguments a) {
    var joined = new StringBuilder();
    for (int place = 0; place < a.count(); place++) {
      joined.append(a.text(place));
      if (joined.length() > TextValue.MAX_LENGTH) {
        return ErrorValue.VALUE;
      }
    }
    return new TextValue(joined.toString());
  }
}
