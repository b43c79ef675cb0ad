package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import java.util.OptionalDouble;

/// Settings of a row.
///
/// @param row zero-based
/// @param style index of the style of cells that have none of their own, or
///   [dev.quire.engine.cells.SheetCells#NO_STYLE]
/// @param hidden whether the row is hidden, by hand or by a filter
/// @param heightPoints height in points; empty for the sheet's own
public record RowSetting(int row, int style, boolean hidden, OptionalDouble heightPoints) {
  /// A row of which nothing is set.
  public static RowSetting plain(int row) {
    return new RowSetting(row, SheetCells.NO_STYLE, false, OptionalDouble.empty());
  }

  /// Whether nothing is set.
  public boolean isPlain() {
    return equals(plain(row));
  }

  /// The same settings for another row.
  public RowSetting at(int other) {
    return new RowSetting(other, style, hidden, heightPoints);
  }

  /// The same row with another style.
  public RowSetting withStyle(int other) {
    return new RowSetting(row, other, hidden, heightPoints);
  }

  /// The same row, hidden or shown.
  public RowSetting withHidden(boolean hide) {
    return new RowSetting(row, style, hide, heightPoints);
  }

  /// The same row with another height.
  public RowSetting withHeight(double points) {
    return withHeight(OptionalDouble.of(points));
  }

  /// The same row with another height, or with the sheet's own.
  RowSetting withHeight(OptionalDouble points) {
    return new RowSetting(row, style, hidden, points);
  }
}
