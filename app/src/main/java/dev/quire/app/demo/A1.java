package dev.quire.app.demo;

/// Addresses as people write them. The demo books stay within columns A to Z.
final class A1 {
  private A1() {}

  /// @param row zero-based
  /// @param column zero-based, below 26
  static String cell(int row, int column) {
    return letter(column) + Integer.toString(row + 1);
  }

  static char letter(int column) {
    if (column < 0 || column > 25) {
      throw new IllegalArgumentException("no column letter for " + column);
    }
    return (char) ('A' + column);
  }

  static String area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return cell(firstRow, firstColumn) + ":" + cell(lastRow, lastColumn);
  }
}
