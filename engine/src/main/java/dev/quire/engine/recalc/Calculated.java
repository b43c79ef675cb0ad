package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.List;

/// What a change came to.
///
/// @param model the model after it
/// @param written the areas that the change itself wrote
/// @param lost formulas that kept the value from the file so far, can not be calculated here, and
///   now show `#NAME?` since an input of theirs changed
public record Calculated(Model model, List<ChangedArea> written, List<CellPosition> lost) {
  /// An area of a sheet.
  ///
  /// @param sheet key of the sheet
  public record ChangedArea(int sheet, Area area) {}
}
