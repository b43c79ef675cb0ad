package dev.quire.workbook;

import dev.quire.engine.formula.Ordering;
import dev.quire.engine.formula.PlainNumberText;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// The order in which cells are sorted: numbers, texts, logicals, errors; blanks come last
/// whichever way it runs (O).
///
/// @param matchCase whether texts that differ in capitals only are told apart
/// @param textAsNumbers whether texts that look like numbers are numbers
record SortValues(boolean matchCase, boolean textAsNumbers) {
  int compare(Scalar left, Scalar right, boolean ascending) {
    boolean leftBlank = left == BlankValue.BLANK;
    boolean rightBlank = right == BlankValue.BLANK;
    if (leftBlank || rightBlank) {
      return Boolean.compare(leftBlank, rightBlank);
    }
    int rising = rising(typed(left), typed(right));
    return ascending ? rising : -rising;
  }

  private Scalar typed(Scalar value) {
    if (!textAsNumbers || !(value instanceof TextValue(String text))) {
      return value;
    }
    var number = PlainNumberText.INSTANCE.number(text.strip(), false);
    return number.isPresent() ? new NumberValue(number.getAsDouble()) : value;
  }

  private int rising(Scalar left, Scalar right) {
    if (left instanceof NumberValue(double a) && right instanceof NumberValue(double b)) {
      return Double.compare(a, b);
    }
    if (left instanceof TextValue(String a) && right instanceof TextValue(String b)) {
      int folded = Ordering.compare(a, b);
      return folded != 0 || !matchCase ? folded : b.compareTo(a);
    }
    if (left instanceof LogicalValue a && right instanceof LogicalValue b) {
      return a.compareTo(b);
    }
    return left instanceof ErrorValue && right instanceof ErrorValue
        ? 0
        : Integer.compare(rank(left), rank(right));
  }

  private static int rank(Scalar value) {
    return switch (value) {
      case NumberValue _ -> 0;
      case TextValue _ -> 1;
      case LogicalValue _ -> 2;
      case ErrorValue _ -> 3;
      case BlankValue _ -> 4;
    };
  }
}
