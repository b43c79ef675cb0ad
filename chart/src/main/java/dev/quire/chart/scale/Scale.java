package dev.quire.chart.scale;

/// Where something lies along an axis.
public sealed interface Scale permits ValueScale, SlotScale {
  /// From 0, where the axis begins on the left or at the bottom, to 1; beyond for what lies
  /// outside. NaN for what has no place.
  double at(double value);
}
