package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Locale;

/// Roman numerals, classic and in the four more concise forms of `ROMAN`.
public final class Roman {
  private static final int MAX = 3_999;
  private static final int MAX_LENGTH = 255;
  private static final String LETTERS = "MDCLXVI";
  private static final int[] WORTH = {1000, 500, 100, 50, 10, 5, 1};

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ROMAN", Roman::roman).takes(number("number"), scalar("form").optional()),
          function("ARABIC", Roman::arabic).takes(text("text")));

  private Roman() {}

  private static Value roman(Arguments a) {
    int number = (int) a.number(0);
    Scalar form = a.count() > 1 ? form(a, a.scalar(1)) : NumberValue.ZERO;
    if (!(form instanceof NumberValue(double concise))) {
      return form;
    }
    return a.number(0) < 0 || number > MAX || concise < 0 || concise >= 5
        ? ErrorValue.VALUE
        : new TextValue(print(number, (int) concise));
  }

  /// TRUE is the classic form, FALSE the simplest.
  private static Scalar form(Arguments a, Scalar form) {
    return form instanceof LogicalValue logical
        ? new NumberValue(logical.truth() ? 0 : 4)
        : a.toNumber(form);
  }

  /// Takes away the largest numeral or difference of two numerals that fits. The form says how many
  /// steps apart the two may stand: classic pairs a unit only with the next two letters (IV, IX),
  /// each form one letter more (form 1: VL, form 2: IL and so on).
  private static String print(int number, int form) {
    var text = new StringBuilder();
    int rest = number;
    for (int letter = 0; letter < WORTH.length; letter++) {
      while (rest >= WORTH[letter]) {
        text.append(LETTERS.charAt(letter));
        rest -= WORTH[letter];
      }
      int before = subtracted(letter, rest, form);
      if (before >= 0) {
        text.append(LETTERS.charAt(before)).append(LETTERS.charAt(letter));
        rest -= WORTH[letter] - WORTH[before];
      }
    }
    return text.toString();
  }

  /// The letter to write before another so that their difference is the largest that fits; -1 when
  /// none does.
  private static int subtracted(int letter, int rest, int form) {
    boolean five = letter % 2 == 1;
    int nearest = five ? letter + 1 : letter + 2;
    int farthest = nearest + form;
    for (int before = farthest; before >= nearest; before--) {
      boolean differs = before < WORTH.length && WORTH[before] * 2 < WORTH[letter];
      if (differs && rest >= WORTH[letter] - WORTH[before]) {
        return before;
      }
    }
    return -1;
  }

  private static Value arabic(Arguments a) {
    String text = a.text(0).strip().toUpperCase(Locale.ROOT);
    boolean negative = text.startsWith("-");
    String numeral = negative ? text.substring(1) : text;
    if (numeral.length() > MAX_LENGTH) {
      return ErrorValue.VALUE;
    }
    if (negative && numeral.isEmpty()) {
      return ErrorValue.NUM;
    }
    int sum = 0;
    int largest = LETTERS.length();
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int letter = LETTERS.indexOf(numeral.charAt(i));
      if (letter < 0) {
        return ErrorValue.VALUE;
      }
      // Before a larger letter, however far behind, all are taken away (O).
      sum += letter > largest ? -WORTH[letter] : WORTH[letter];
      largest = Math.min(largest, letter);
    }
    return new NumberValue(negative && sum != 0 ? -sum : sum);
  }
}
