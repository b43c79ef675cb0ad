package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.Optional;

/// A what-if data table, `{=TABLE(row,column)}`: cells that show what a formula would give if one
/// or two inputs were others (ECMA-376 part 1, §18.3.1.40).
///
/// The values of the row input stand above the area, those of the column input to its left. With
/// both inputs the formula stands in the corner; with the row input alone formulas stand to the
/// left, with the column input alone above.
///
/// @param area the results
/// @param rowInput the cell that takes the values above; empty when there is none or it is gone
/// @param columnInput the cell that takes the values to the left
/// @param isLost whether a cell that it takes was deleted, so that it shows `#REF!`
public record WhatIfTable(
    Area area, Optional<Area> rowInput, Optional<Area> columnInput, boolean isLost) {
  /// The table after cells have moved; empty when nothing is left of it.
  Optional<WhatIfTable> shifted(Shift shift) {
    Optional<Area> row = rowInput.flatMap(shift::reference);
    Optional<Area> column = columnInput.flatMap(shift::reference);
    boolean lost =
        isLost
            || row.isPresent() != rowInput.isPresent()
            || column.isPresent() != columnInput.isPresent();
    return shift.reference(area).map(moved -> new WhatIfTable(moved, row, column, lost));
  }

  /// Whether there is room for the inputs beside the area.
  boolean isWhole() {
    return area.firstRow() > 0
        && area.firstColumn() > 0
        && (rowInput.isPresent() || columnInput.isPresent());
  }
}
