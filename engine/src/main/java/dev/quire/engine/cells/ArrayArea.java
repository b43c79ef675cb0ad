package dev.quire.engine.cells;

import dev.quire.engine.ref.Area;

/// Cells that the result of one formula fills. The formula stands in the top left cell; the others
/// hold values and no formula.
///
/// @param area the cells of the result; only the formula's cell when the result found no room
/// @param dynamic whether the result spilled there, rather than the area being chosen by hand
/// @param wanted the cells that the result would fill; `area` when it found room
public record ArrayArea(Area area, boolean dynamic, Area wanted) {
  /// An array that has its room.
  public ArrayArea(Area area, boolean dynamic) {
    this(area, dynamic, area);
  }

  /// Whether the formula stands in this cell.
  public boolean isAnchoredAt(int row, int column) {
    return area.firstRow() == row && area.firstColumn() == column;
  }

  /// The cell with the formula.
  public Area anchor() {
    return Area.cell(area.firstRow(), area.firstColumn());
  }

  /// Whether something in these cells concerns the array: they are filled by it or stand in its
  /// way.
  public boolean isTouchedBy(Area cells) {
    return area.intersects(cells) || wanted.intersects(cells);
  }
}
