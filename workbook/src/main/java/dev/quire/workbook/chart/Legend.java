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

  /// The same with the legend shown or not.
  public Legend withVisible(boolean other) {
    return new Legend(other, position, overlay, hidden, format, text);
  }

  /// The same with another place.
  public Legend withPosition(Position other) {
    return new Legend(visible, other, overlay, hidden, format, text);
  }

  /// The same with the plot below it or not.
  public Legend withOverlay(boolean other) {
    return new Legend(visible, position, other, hidden, format, text);
  }

  /// The same with another background.
  public Legend withFormat(ShapeFormat other) {
    return new Legend(visible, position, overlay, hidden, other, text);
  }

  /// The same with texts that look otherwise.
  public Legend withText(ChartText other) {
    return new Legend(visible, position, overlay, hidden, format, other);
  }
}
