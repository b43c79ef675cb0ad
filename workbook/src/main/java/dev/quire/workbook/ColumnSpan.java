package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import java.util.OptionalDouble;

/// Settings of neighbouring columns.
///
/// @param first leftmost column, zero-based
/// @param last rightmost column, zero-based, included
/// @param style index of the style of cells that have none of their own, or
///   [dev.quire.engine.cells.SheetCells#NO_STYLE]
/// @param hidden whether the columns are hidden
/// @param widthChars width in characters of the standard font, as files tell it; empty for the
///   sheet's own
public record ColumnSpan(
    int first, int last, int style, boolean hidden, OptionalDouble widthChars) {
  /// Columns of which nothing is set.
  public static ColumnSpan plain(int first, int last) {
    return new ColumnSpan(first, last, SheetCells.NO_STYLE, false, OptionalDouble.empty());
  }

  /// The same settings for other columns.
  public ColumnSpan over(int newFirst, int newLast) {
    return new ColumnSpan(newFirst, newLast, style, hidden, widthChars);
  }

  /// The same columns with another style.
  public ColumnSpan withStyle(int other) {
    return new ColumnSpan(first, last, other, hidden, widthChars);
  }

  /// The same columns, hidden or shown.
  public ColumnSpan withHidden(boolean hide) {
    return new ColumnSpan(first, last, style, hide, widthChars);
  }

  /// The same columns with another width.
  public ColumnSpan withWidth(double chars) {
    return new ColumnSpan(first, last, style, hidden, OptionalDouble.of(chars));
  }
}
