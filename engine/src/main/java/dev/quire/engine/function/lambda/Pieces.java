package dev.quire.engine.function.lambda;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;

/// The elements, rows and columns of an argument: cells where it is a range, values otherwise.
final class Pieces {
  private final Value whole;
  private final Matrix matrix;

  Pieces(Arguments a, int place) {
    this.whole = a.value(place);
    this.matrix = a.matrix(place);
    matrix.settle();
  }

  int rows() {
    return matrix.rows();
  }

  int columns() {
    return matrix.columns();
  }

  long size() {
    return matrix.size();
  }

  /// The element at a place, counted row by row.
  Value at(long place) {
    return at((int) (place / columns()), (int) (place % columns()));
  }

  /// The element at a position; `#N/A` beyond the end.
  Value at(int row, int column) {
    return row < rows() && column < columns() ? piece(row, column, 1, 1) : ErrorValue.NA;
  }

  Value row(int row) {
    return piece(row, 0, 1, columns());
  }

  Value column(int column) {
    return piece(0, column, rows(), 1);
  }

  private Value piece(int top, int left, int rows, int columns) {
    if (whole instanceof ReferenceValue reference) {
      Area area = reference.first().area();
      int row = area.firstRow() + top;
      int column = area.firstColumn() + left;
      return ReferenceValue.of(
          reference.first().sheet(), new Area(row, column, row + rows - 1, column + columns - 1));
    }
    return rows == 1 && columns == 1
        ? matrix.at(top, left)
        : ArrayValue.of(rows, columns, (row, column) -> matrix.at(top + row, left + column));
  }
}
