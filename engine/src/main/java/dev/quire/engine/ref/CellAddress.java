package dev.quire.engine.ref;

/// Where a cell lies on its worksheet.
///
/// @param row zero-based
/// @param column zero-based
public record CellAddress(int row, int column) {
  /// The area of this cell alone.
  public Area area() {
    return Area.cell(row, column);
  }
}
