package dev.quire.chart.canvas;

/// A rectangle in drawing units, y downwards.
///
/// @param width not negative
/// @param height not negative
public record Box(double x, double y, double width, double height) {
  /// Cuts off negative sizes, which come out of layouts without enough room.
  public Box {
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  /// The box between two corners, in any order.
  public static Box between(double x0, double y0, double x1, double y1) {
    return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
  }

  /// Its right edge.
  public double right() {
    return x + width;
  }

  /// Its lower edge.
  public double bottom() {
    return y + height;
  }

  /// Its middle.
  public double centerX() {
    return x + width / 2;
  }

  /// Its middle.
  public double centerY() {
    return y + height / 2;
  }

  /// The same without strips at its edges.
  public Box inset(double left, double top, double right, double bottom) {
    return new Box(x + left, y + top, width - left - right, height - top - bottom);
  }

  /// Whether nothing fits in.
  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  /// Whether both have a point in common that is not on an edge.
  public boolean meets(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
