package dev.quire.engine.function.grouping;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads by what a summary is sorted.
final class SortSpec {
  private SortSpec() {}

  /// One-based numbers of columns, negative for falling; none when nothing was written. Empty for
  /// what is no such number.
  ///
  /// @param columns number of columns that can be named
  static Optional<List<Integer>> of(Arguments a, int place, int columns) {
    if (!a.has(place)) {
      return Optional.of(List.of());
    }
    Matrix matrix = a.matrix(place);
    if (matrix.size() > columns) {
      return Optional.empty();
    }
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < matrix.size(); i++) {
      boolean fits =
          a.toNumber(matrix.at(i)) instanceof NumberValue(double number)
              && numbers.add((int) number);
      if (!fits || numbers.getLast() == 0 || Math.abs(numbers.getLast()) > columns) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }
}
