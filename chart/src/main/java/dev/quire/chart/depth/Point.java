package dev.quire.chart.depth;

/// A place in the box of a chart, each from 0 to 1.
///
/// @param x from left to right
/// @param y upwards
/// @param z away from the front
public record Point(double x, double y, double z) {
  /// The place between this one and another.
  public Point towards(Point other, double part) {
    return new Point(x + (other.x - x) * part, y + (other.y - y) * part, z + (other.z - z) * part);
  }
}
