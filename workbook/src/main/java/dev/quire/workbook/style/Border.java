package dev.quire.workbook.style;

import java.util.Optional;

/// A line along one side of a cell.
///
/// @param color empty for the automatic one, black
public record Border(LineStyle line, Optional<Color> color) {
  /// No line.
  public static final Border NONE = new Border(LineStyle.NONE, Optional.empty());

  /// Whether a line is drawn.
  public boolean isDrawn() {
    return line != LineStyle.NONE;
  }
}
