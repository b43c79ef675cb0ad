package dev.quire.bench.torture;

/// A cell of the first worksheet of a workbook.
///
/// @param row zero-based
/// @param column zero-based, below 26
record Cell(int row, int column) {
  String address() {
    return (char) ('A' + column) + Integer.toString(row + 1);
  }
}
