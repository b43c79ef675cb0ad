package dev.quire.engine.function.array;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;

/// A rectangle seen as a list of lines, which are its rows or its columns.
///
/// @param areColumns whether the lines are columns
record Lines(Matrix matrix, boolean areColumns) {
  static Lines rows(Matrix matrix) {
    matrix.settle();
    return new Lines(matrix, false);
  }

  static Lines columns(Matrix matrix) {
    matrix.settle();
    return new Lines(matrix, true);
  }

  /// Number of lines.
  int count() {
    return areColumns ? matrix.columns() : matrix.rows();
  }

  /// Number of elements of each line.
  int length() {
    return areColumns ? matrix.rows() : matrix.columns();
  }

  /// Number of lines up to the last that can hold something.
  int usedCount() {
    return areColumns ? matrix.usedColumns() : matrix.usedRows();
  }

  /// Number of elements of each line up to the last that can hold something.
  int usedLength() {
    return areColumns ? matrix.usedRows() : matrix.usedColumns();
  }

  Scalar at(int line, int place) {
    return areColumns ? matrix.at(place, line) : matrix.at(line, place);
  }

  /// The element at one place of every line.
  Scalar[] across(int place) {
    return areColumns ? matrix.row(place) : matrix.column(place);
  }

  /// The same lines side by side or below one another, in this order; `#CALC!` without any.
  Value picked(Arguments a, int[] lines) {
    return areColumns
        ? a.array(length(), lines.length, (row, column) -> matrix.at(row, lines[column]))
        : a.array(lines.length, length(), (row, column) -> matrix.at(lines[row], column));
  }
}
