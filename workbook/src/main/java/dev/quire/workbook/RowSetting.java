package dev.quire.workbook;

/// Settings of a row.
///
/// @param row zero-based
/// @param style index of the style of cells that have none of their own, or
///   [dev.quire.engine.cells.SheetCells#NO_STYLE]
/// @param hidden whether the row is hidden, by hand or by a filter
public record RowSetting(int row, int style, boolean hidden) {}
