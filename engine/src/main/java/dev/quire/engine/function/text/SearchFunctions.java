package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Wildcard;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that find and replace inside texts.
public final class SearchFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("EXACT", a -> LogicalValue.of(a.text(0).equals(a.text(1))))
              .takes(text("text1"), text("text2")),
          function("FIND", SearchFunctions::find)
              .takes(text("find_text"), text("within_text"), number("start_num").optional()),
          function("SEARCH", SearchFunctions::search)
              .takes(text("find_text"), text("within_text"), number("start_num").optional()),
          function("REPLACE", SearchFunctions::replace)
              .takes(text("old_text"), number("start_num"), number("num_chars"), text("new_text")),
          function("SUBSTITUTE", SearchFunctions::substitute)
              .takes(
                  text("text"),
                  text("old_text"),
                  text("new_text"),
                  number("instance_num").optional()));

  /// The longest pattern that is looked for: longer ones are `#VALUE!` (O).
  private static final int MAX_WANTED = 255;

  private SearchFunctions() {}

  static Value find(Arguments a) {
    int start = (int) a.number(2, 1) - 1;
    String within = a.text(1);
    return start < 0 || start > within.length()
        ? ErrorValue.VALUE
        : position(within.indexOf(a.text(0), start));
  }

  static Value search(Arguments a) {
    int start = (int) a.number(2, 1) - 1;
    String within = a.text(1);
    return start < 0 || start > within.length() || a.text(0).length() > MAX_WANTED
        ? ErrorValue.VALUE
        : position(Wildcard.inside(a.text(0)).find(within, start));
  }

  private static Value position(int index) {
    return index < 0 ? ErrorValue.VALUE : new NumberValue(index + 1);
  }

  /// Places and counts that no text has are refused, and a count below 0 before it is cut to a
  /// whole number (O).
  static Value replaceBytes(Arguments a) {
    return a.number(2) < 0 || Math.max(a.number(1), a.number(2)) > TextValue.MAX_LENGTH
        ? ErrorValue.VALUE
        : replace(a);
  }

  static Value replace(Arguments a) {
    String text = a.text(0);
    int start = (int) a.number(1);
    int chars = (int) a.number(2);
    if (start < 1 || chars < 0) {
      return ErrorValue.VALUE;
    }
    int from = Math.min(start - 1, text.length());
    int to = from + Math.min(chars, text.length() - from);
    return TextValue.of(text.substring(0, from) + a.text(3) + text.substring(to));
  }

  private static Value substitute(Arguments a) {
    String text = a.text(0);
    String old = a.text(1);
    boolean all = !a.has(3);
    int wanted = all ? 0 : (int) a.number(3);
    if (!all && wanted < 1) {
      return ErrorValue.VALUE;
    }
    if (old.isEmpty()) {
      return new TextValue(text);
    }
    var result = new StringBuilder();
    int from = 0;
    int seen = 0;
    for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
      if (all || ++seen == wanted) {
        result.append(text, from, at).append(a.text(2));
        from = at + old.length();
      }
      if (result.length() > TextValue.MAX_LENGTH) {
        return ErrorValue.VALUE;
      }
    }
    return TextValue.of(result.append(text, from, text.length()).toString());
  }
}
