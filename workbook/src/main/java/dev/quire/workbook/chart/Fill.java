package dev.quire.workbook.chart;

import dev.quire.workbook.style.Color;
import java.util.List;

/// What a shape is filled with.
public sealed interface Fill {
  /// What the chart's style gives.
  Fill AUTOMATIC = new Automatic();

  /// Nothing.
  Fill NONE = new None();

  /// What the chart's style gives.
  record Automatic() implements Fill {}

  /// Nothing: what lies below is seen.
  record None() implements Fill {}

  /// One colour.
  ///
  /// @param opacity 0 for not to be seen, 1 for solid
  record Solid(Color color, double opacity) implements Fill {}

  /// Colours that go over into one another.
  ///
  /// @param stops in order of their place, at least two
  /// @param degrees clockwise from left to right
  record Gradient(List<Stop> stops, double degrees) implements Fill {
    /// Copies the list.
    public Gradient {
      stops = List.copyOf(stops);
    }
  }

  /// A hatching.
  ///
  /// @param preset its name in files (`ltUpDiag`)
  record Pattern(String preset, Color foreground, Color background) implements Fill {}

  /// A place of a gradient.
  ///
  /// @param at 0 to 1
  record Stop(double at, Color color, double opacity) {}
}
