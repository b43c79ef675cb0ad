package dev.quire.workbook.pivot;

import dev.quire.engine.formula.Ordering;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import java.util.Comparator;

/// The order in which items are sorted: numbers, texts, logicals, errors, and blanks last whichever
/// way it runs (O).
final class ItemOrder {
  private ItemOrder() {}

  static Comparator<Scalar> of(boolean ascending) {
    return (left, right) -> {
      if (left == BlankValue.BLANK || right == BlankValue.BLANK) {
        return Boolean.compare(left == BlankValue.BLANK, right == BlankValue.BLANK);
      }
      int rising =
          left instanceof ErrorValue || right instanceof ErrorValue
              ? Boolean.compare(left instanceof ErrorValue, right instanceof ErrorValue)
              : Ordering.compare(left, right);
      return ascending ? rising : -rising;
    };
  }
}
