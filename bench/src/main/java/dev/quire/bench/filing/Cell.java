package dev.quire.bench.filing;

/// A cell of the first worksheet of a workbook.
///
/// @param row zero-based
/// @param column zero-based, below 26
public record Cell(int row, int column) {
  /// Such as `A1`.
  public String address() {
    return (char) ('A' + column) + Integer.toString(row + 1);
  }
}
