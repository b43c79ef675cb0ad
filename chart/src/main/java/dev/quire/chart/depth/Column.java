package dev.quire.chart.depth;

import java.util.ArrayList;
import java.util.List;

/// A column or bar: a square or a circle that goes from one value to another, and may become
/// smaller on its way.
///
/// @param round whether it is a circle
/// @param sideways whether it goes from left to right
/// @param along its middle along the categories
/// @param depth its middle away from the front
/// @param halfWidth along the categories
/// @param halfDepth away from the front
/// @param from where it begins, below `to`
/// @param to where it ends
/// @param fromSize how much of its width it has where it begins
/// @param toSize how much of its width it has where it ends
public record Column(
    boolean round,
    boolean sideways,
    double along,
    double depth,
    double halfWidth,
    double halfDepth,
    double from,
    double to,
    double fromSize,
    double toSize) {
  private static final int FACETS = 48;
  private static final int SIDES = 4;
  private static final double CORNER = Math.sqrt(2);

  private int sides() {
    return round ? FACETS : SIDES;
  }

  /// Corners around it, in a sense that shows their sides to those who stand outside.
  List<Point> ring(double across, double size) {
    var ring = new ArrayList<Point>();
    double reach = round ? size : size * CORNER;
    for (int i = 0; i < sides(); i++) {
      double angle = angle(sideways ? -i : i);
      double a = along + Math.cos(angle) * halfWidth * reach;
      double d = depth + Math.sin(angle) * halfDepth * reach;
      ring.add(sideways ? new Point(across, a, d) : new Point(a, across, d));
    }
    return ring;
  }

  private double angle(double place) {
    return (place + (round ? 0 : 0.5)) * 2 * Math.PI / sides();
  }

  /// What falls on the side behind a corner.
  double light(int corner) {
    double middle = angle(sideways ? -corner - 0.5 : corner + 0.5);
    double a = Math.cos(middle);
    double d = Math.sin(middle);
    double shrinking = (fromSize - toSize) * halfWidth / Math.max(to - from, 1e-6);
    double rise = Math.clamp(shrinking, -1, 1);
    return sideways ? Light.on(rise, a, d) : Light.on(a, rise, d);
  }

  double endLight(boolean atTo) {
    double direction = atTo ? 1 : -1;
    return sideways ? Light.on(direction, 0, 0) : Light.on(0, direction, 0);
  }
}
