package dev.quire.workbook;

/// Settings of neighbouring columns.
///
/// @param first leftmost column, zero-based
/// @param last rightmost column, zero-based, included
/// @param style index of the style of cells that have none of their own, or
///   [dev.quire.engine.cells.SheetCells#NO_STYLE]
/// @param hidden whether the columns are hidden
public record ColumnSpan(int first, int last, int style, boolean hidden) {
  ColumnSpan over(int newFirst, int newLast) {
    return new ColumnSpan(newFirst, newLast, style, hidden);
  }
}
