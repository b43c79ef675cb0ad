package dev.quire.workbook.pivot;

import dev.quire.engine.ref.Area;

/// Where a pivot table has its data from.
public sealed interface PivotSource {
  /// Cells of a worksheet.
  ///
  /// @param sheet key of the worksheet
  /// @param area headings included; down to the end of the sheet means down to the last used row
  record Cells(int sheet, Area area) implements PivotSource {}

  /// A table or a defined name.
  record Named(String name) implements PivotSource {}

  /// Nothing in the workbook.
  ///
  /// @param what what it is instead, in words
  record Elsewhere(String what) implements PivotSource {}
}
