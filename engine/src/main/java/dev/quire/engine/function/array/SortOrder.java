package dev.quire.engine.function.array;

import dev.quire.engine.formula.Ordering;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The order in which sorting puts values: numbers, texts, logicals, errors by their number (O);
/// blanks come last whichever way it runs. Unlike [Ordering] it tells all doubles apart, since
/// sorting needs an order without gaps.
final class SortOrder {
  private SortOrder() {}

  /// What lines are sorted by.
  ///
  /// @param values one for each line
  record Key(Scalar[] values, boolean falling) {
    boolean areNumbers() {
      for (Scalar value : values) {
        if (!(value instanceof NumberValue)) {
          return false;
        }
      }
      return true;
    }

    int compare(int left, int right) {
      return SortOrder.compare(values[left], values[right], falling);
    }
  }

  /// The lines in order; lines with equal keys stay as they are.
  static int[] sorted(int lines, List<Key> keys) {
    if (keys.size() == 1 && keys.getFirst().areNumbers()) {
      return NumberOrder.sorted(keys.getFirst());
    }
    var order = new Integer[lines];
    Arrays.setAll(order, line -> line);
    Comparator<Integer> comparator = keys.getFirst()::compare;
    for (Key key : keys.subList(1, keys.size())) {
      comparator = comparator.thenComparing(key::compare);
    }
    Arrays.sort(order, comparator);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static int compare(Scalar left, Scalar right, boolean falling) {
    boolean leftBlank = left == BlankValue.BLANK;
    boolean rightBlank = right == BlankValue.BLANK;
    if (leftBlank || rightBlank) {
      return Boolean.compare(leftBlank, rightBlank);
    }
    return falling ? rising(right, left) : rising(left, right);
  }

  private static int rising(Scalar left, Scalar right) {
    if (left instanceof NumberValue(double a) && right instanceof NumberValue(double b)) {
      return Double.compare(a, b);
    }
    if (left instanceof TextValue(String a) && right instanceof TextValue(String b)) {
      return Ordering.compare(a, b);
    }
    if (left instanceof LogicalValue a && right instanceof LogicalValue b) {
      return a.compareTo(b);
    }
    if (left instanceof ErrorValue a && right instanceof ErrorValue b) {
      return a.compareTo(b);
    }
    return Integer.compare(rank(left), rank(right));
  }

  private static int rank(Scalar scalar) {
    return switch (scalar) {
      case NumberValue _ -> 0;
      case TextValue _ -> 1;
      case LogicalValue _ -> 2;
      case ErrorValue _ -> 3;
      case BlankValue _ -> 4;
    };
  }
}
