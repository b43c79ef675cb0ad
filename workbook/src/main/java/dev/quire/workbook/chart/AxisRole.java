package dev.quire.workbook.chart;

import java.util.Optional;

/// The axes of a pair.
public enum AxisRole {
  CATEGORY,
  VALUE,
  SERIES;

  /// The axis with this role, if there is one.
  public Optional<Axis> of(Axes axes) {
    return switch (this) {
      case CATEGORY -> axes.category();
      case VALUE -> axes.value();
      case SERIES -> axes.series();
    };
  }

  Axes replaced(Axes axes, Axis axis) {
    return switch (this) {
      case CATEGORY -> axes.withCategory(Optional.of(axis));
      case VALUE -> axes.withValue(Optional.of(axis));
      case SERIES -> axes.withSeries(Optional.of(axis));
    };
  }
}
