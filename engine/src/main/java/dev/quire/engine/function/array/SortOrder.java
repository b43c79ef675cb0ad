package dev.quire.engine.function.array;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.Optional;

/// The order in which sorting puts values: numbers, texts, logicals, errors by their number (O);
/// blanks come last whichever way it runs. Unlike [Ordering] it tells all doubles apart, since
/// sorting needs an order without gaps.
final class SortOrder {
  private SortOrder() {}

  /// What lines are sorted by.
  ///
  /// @param values one for each line
  record Key(Scalar[] values, boolean falling) {
    private LineOrder.Comparison comparison() {
      Optional<double[]> found = numbers();
      if (found.isEmpty()) {
        return (left, right) -> SortOrder.compare(values[left], values[right], falling);
      }
      double[] numbers = found.get();
      return (left, right) -> {
        double a = numbers[left];
        double b = numbers[right];
        return a < b ? -1 : a > b ? 1 : 0;
      };
    }

    /// Numbers that rise where the values are in order; empty when not all are numbers.
    private Optional<double[]> numbers() {
      var numbers = new double[values.length];
      for (int line = 0; line < numbers.length; line++) {
        if (!(values[line] instanceof NumberValue(double number))) {
          return Optional.empty();
        }
        numbers[line] = falling ? -number : number;
      }
      return Optional.of(numbers);
    }
  }

  /// The lines in order; lines with equal keys stay as they are.
  static int[] sorted(Arguments a, int lines, List<Key> keys) {
    Optional<double[]> numbers = keys.size() == 1 ? keys.getFirst().numbers() : Optional.empty();
    if (numbers.isPresent()) {
      return NumberOrder.sorted(numbers.get());
    }
    LineOrder.Comparison comparison = keys.getFirst().comparison();
    for (Key key : keys.subList(1, keys.size())) {
      LineOrder.Comparison before = comparison;
      LineOrder.Comparison next = key.comparison();
      comparison =
          (left, right) -> {
            int order = before.compare(left, right);
            return order != 0 ? order : next.compare(left, right);
          };
    }
    return LineOrder.sorted(lines, comparison, a.workspace()::checkTime);
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
