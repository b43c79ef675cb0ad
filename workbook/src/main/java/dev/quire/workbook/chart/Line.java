package dev.quire.workbook.chart;

import java.util.OptionalDouble;

/// A line, or the outline of a shape.
///
/// @param fill its colour; [Fill#NONE] for no line
/// @param widthPoints how thick it is; empty as usual
/// @param dash how it is broken
/// @param roundCap whether its ends are round
public record Line(Fill fill, OptionalDouble widthPoints, Dash dash, boolean roundCap) {
  /// As usual.
  public static final Line AUTOMATIC =
      new Line(Fill.AUTOMATIC, OptionalDouble.empty(), Dash.SOLID, false);

  /// No line.
  public static final Line NONE = new Line(Fill.NONE, OptionalDouble.empty(), Dash.SOLID, false);

  /// How a line is broken (ECMA-376 Part 1, 20.1.10.48).
  public enum Dash {
    SOLID,
    DOT,
    DASH,
    LONG_DASH,
    DASH_DOT,
    LONG_DASH_DOT,
    LONG_DASH_DOT_DOT,
    SYSTEM_DASH,
    SYSTEM_DOT,
    SYSTEM_DASH_DOT,
    SYSTEM_DASH_DOT_DOT
  }

  /// The same with another colour, or none.
  public Line withFill(Fill other) {
    return new Line(other, widthPoints, dash, roundCap);
  }
}
