package dev.quire.workbook.chart;

import java.util.Set;

/// The list of the series beside the plot.
///
/// @param visible whether there is one
/// @param position where it stands
/// @param overlay whether the plot goes on below it
/// @param hidden indexes of entries that are left out
/// @param format its background
/// @param text how it is written
public record Legend(
    boolean visible,
    Position position,
    boolean overlay,
    Set<Integer> hidden,
    ShapeFormat format,
    ChartText text) {
  /// No legend.
  public static final Legend NONE =
      new Legend(
          false, Position.RIGHT, false, Set.of(), ShapeFormat.AUTOMATIC, ChartText.AUTOMATIC);

  /// Copies the set.
  public Legend {
    hidden = Set.copyOf(hidden);
  }

  /// Where a legend stands.
  public enum Position {
    TOP,
    BOTTOM,
    LEFT,
    RIGHT,
    /// In the upper right corner.
    CORNER
  }
}
