package dev.quire.engine.value;

import java.util.Arrays;

/// A rectangle of scalars, at least 1 × 1, immutable.
public sealed class ArrayValue implements Value permits ReferenceArray {
  private final int rows;
  private final int columns;
  private final Scalar[] cells;

  ArrayValue(int rows, int columns, Scalar[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /// What the cell at a zero-based position of an array holds.
  @FunctionalInterface
  public interface Filler {
    /// The scalar of this row and column.
    Scalar at(int row, int column);
  }

  /// An array whose cells are asked one by one, row by row.
  public static ArrayValue of(int rows, int columns, Filler filler) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("no array of %d × %d".formatted(rows, columns));
    }
    var cells = new Scalar[Math.multiplyExact(rows, columns)];
    for (int row = 0, at = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        cells[at++] = filler.at(row, column);
      }
    }
    return new ArrayValue(rows, columns, cells);
  }

  /// Number of rows, at least 1.
  public final int rows() {
    return rows;
  }

  /// Number of columns, at least 1.
  public final int columns() {
    return columns;
  }

  /// The scalar at a zero-based position.
  public final Scalar at(int row, int column) {
    return cells[row * columns + column];
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ArrayValue that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public final int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(cells);
  }

  @Override
  public final String toString() {
    return "%d × %d %s".formatted(rows, columns, Arrays.toString(cells));
  }
}
