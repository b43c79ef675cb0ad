package dev.quire.chart.canvas;

import java.util.List;

/// What shapes are filled with. Colours are `0xAARRGGBB`.
public sealed interface Paint {
  /// One colour.
  record Solid(int argb) implements Paint {}

  /// Colours going over into one another from one point to another.
  ///
  /// @param stops in order of their place
  record Blend(List<Stop> stops, double x0, double y0, double x1, double y1) implements Paint {
    /// Copies the list.
    public Blend {
      stops = List.copyOf(stops);
    }
  }

  /// Colours going over into one another from a middle outwards.
  ///
  /// @param stops in order of their place
  /// @param radius at which the last one is reached
  record Glow(List<Stop> stops, double x, double y, double radius) implements Paint {
    /// Copies the list.
    public Glow {
      stops = List.copyOf(stops);
    }
  }

  /// Two colours in a pattern of eight by eight dots of one drawing unit.
  ///
  /// @param rows eight rows of eight bits, from the top, the leftmost dot highest: the first row is
  ///   the highest byte
  record Hatch(long rows, int foreground, int background) implements Paint {
    /// Whether the foreground is seen at a dot.
    public boolean isSet(int x, int y) {
      return (rows >>> (63 - 8 * (y & 7) - (x & 7)) & 1) != 0;
    }
  }

  /// A place in a blend.
  ///
  /// @param at 0 to 1
  record Stop(double at, int argb) {}
}
