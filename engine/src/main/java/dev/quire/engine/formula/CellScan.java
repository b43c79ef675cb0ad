package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;

/// Is shown the cells of an area row by row: the numbers of a single column in stretches as they
/// lie in memory, everything else one by one. Each method tells whether to go on.
public interface CellScan {
  /// Takes numbers that lie below one another.
  ///
  /// @param row the row of the first
  /// @param lane holds the numbers; must not be changed or kept
  /// @param from index of the first in the lane
  /// @param to index behind the last
  boolean numbers(int row, int column, double[] lane, int from, int to);

  /// Whether only the order matters in which numbers come, and not where they stand. Then a stretch
  /// may hold the numbers of several columns row by row, and names the place of its first.
  default boolean overlooksPlaces() {
    return false;
  }

  /// Takes a cell that is neither blank nor a number.
  boolean other(int row, int column, Scalar value);
}
