package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.List;
import java.util.SequencedSet;

/// What a change came to.
///
/// @param model the model after it
/// @param written the areas that the change itself wrote
/// @param lost formulas that kept the value from the file so far, can not be calculated here, and
///   now show `#NAME?` since an input of theirs changed
/// @param circular cells met that depend on themselves although the workbook does not allow it
public record Calculated(
    Model model, List<ChangedArea> written, List<LostFormula> lost, List<CellPosition> circular) {
  /// A formula that can not be calculated here.
  ///
  /// @param cell where it stands
  /// @param missing the functions and constructs that are not available
  public record LostFormula(CellPosition cell, SequencedSet<String> missing) {}

  /// An area of a sheet.
  ///
  /// @param sheet key of the sheet
  public record ChangedArea(int sheet, Area area) {}
}
