package dev.quire.chart.plot;

import dev.quire.chart.plot.Slices.Slice;

/// A pie in its place.
///
/// @param centerX of its upper side
/// @param centerY of its upper side
/// @param radius from left to right
/// @param squash how high it looks for its width, 1 from above
/// @param rim how much of its edge is seen below it
record PiePlace(double centerX, double centerY, double radius, double squash, double rim) {
  /// A pie seen from above.
  PiePlace(double centerX, double centerY, double radius) {
    this(centerX, centerY, radius, 1, 0);
  }

  /// A place in the middle of a slice's angle.
  double x(Slice slice, double distance) {
    return centerX + slice.dx(distance);
  }

  /// The same, on the upper side.
  double y(Slice slice, double distance) {
    return centerY + slice.dy(distance) * squash;
  }

  /// The same, beside the pie: below it its edge is in the way.
  double outsideY(Slice slice, double distance) {
    return y(slice, distance) + Math.max(0, slice.dy(rim));
  }
}
