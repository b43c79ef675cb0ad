package dev.quire.workbook.chart;

/// The rectangle of a sheet that a chart covers, told by its corners, so that it follows the cells.
///
/// @param from its upper left corner
/// @param to its lower right corner
/// @param follows what it does when the cells below it move
public record ChartFrame(Corner from, Corner to, Follows follows) {
  /// A point of a sheet.
  ///
  /// @param row zero-based row that it lies in
  /// @param column zero-based column that it lies in
  /// @param downEmu how far below the upper edge of the row, in EMU (12,700 a point)
  /// @param rightEmu how far right of the left edge of the column, in EMU
  public record Corner(int row, int column, long downEmu, long rightEmu) {}

  /// What a drawing does when the cells below it move (ECMA-376 Part 1, 20.5.3.2).
  public enum Follows {
    /// It moves and stretches.
    MOVE_AND_SIZE,
    /// It moves and keeps its size.
    MOVE,
    /// It stays where it is.
    NOTHING
  }
}
