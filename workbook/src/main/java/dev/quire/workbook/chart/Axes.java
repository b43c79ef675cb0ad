package dev.quire.workbook.chart;

import java.util.Optional;

/// A pair of axes, and a third one in a chart with depth. Pies have none.
///
/// @param category along which points follow one another; the x axis of scatter charts
/// @param value along which values are measured
/// @param series along which series follow one another into the depth
public record Axes(Optional<Axis> category, Optional<Axis> value, Optional<Axis> series) {
  /// No axes.
  public static final Axes NONE = new Axes(Optional.empty(), Optional.empty(), Optional.empty());

  /// The same with another category axis.
  public Axes withCategory(Optional<Axis> other) {
    return new Axes(other, value, series);
  }

  /// The same with another value axis.
  public Axes withValue(Optional<Axis> other) {
    return new Axes(category, other, series);
  }

  /// The same with another series axis.
  public Axes withSeries(Optional<Axis> other) {
    return new Axes(category, value, other);
  }
}
