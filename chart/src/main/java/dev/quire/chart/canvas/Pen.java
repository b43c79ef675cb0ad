package dev.quire.chart.canvas;

import java.util.List;

/// How lines are drawn.
///
/// @param paint their colour
/// @param width in drawing units
/// @param dashes lengths of dashes and gaps in turn; empty for a solid line
/// @param round whether ends and corners are round
public record Pen(Paint paint, double width, List<Double> dashes, boolean round) {
  /// Copies the list.
  public Pen {
    dashes = List.copyOf(dashes);
  }

  /// A solid line of one colour.
  public static Pen solid(int argb, double width) {
    return new Pen(new Paint.Solid(argb), width, List.of(), false);
  }
}
