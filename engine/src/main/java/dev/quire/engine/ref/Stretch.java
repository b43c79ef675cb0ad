package dev.quire.engine.ref;

/// One or more cells one below the other, or side by side.
///
/// @param row zero-based, of the first cell
/// @param column zero-based, of the first cell
/// @param cells how many there are
/// @param down whether they lie one below the other
public record Stretch(int row, int column, int cells, boolean down) {
  /// The row of a cell.
  ///
  /// @param at its place, from 0
  public int rowAt(int at) {
    return down ? row + at : row;
  }

  /// The column of a cell.
  ///
  /// @param at its place, from 0
  public int columnAt(int at) {
    return down ? column : column + at;
  }

  /// The cells from one place on.
  public Stretch from(int at) {
    return new Stretch(rowAt(at), columnAt(at), cells - at, down);
  }

  /// So many cells from the first one on.
  public Stretch first(int count) {
    return new Stretch(row, column, count, down);
  }

  /// The same cells as an area.
  public Area area() {
    return new Area(row, column, rowAt(cells - 1), columnAt(cells - 1));
  }
}
