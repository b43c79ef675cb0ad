package dev.quire.chart.plot;

import dev.quire.chart.canvas.Pen;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.View;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/// The floor and the two walls behind a chart with depth, with the lines on them.
final class Walls {
  private final Sketch sketch;
  private final Scene scene;
  private final View view;

  Walls(Sketch sketch, Scene scene, View view) {
    this.sketch = sketch;
    this.scene = scene;
    this.view = view;
  }

  /// The direction in which places of a line differ.
  enum Direction {
    RIGHT,
    UP,
    AWAY
  }

  /// Lines across an axis.
  ///
  /// @param direction of the axis
  /// @param places along it
  /// @param look of the lines
  /// @param part that they are
  record Lines(Direction direction, double[] places, Line look, Part part) {}

  void draw(List<Lines> lines) {
    double side = view.sideWall();
    double back = view.backWall();
    double floor = view.floor();
    wall(scene.backWall(), corner(0, 0, back), corner(0, 1, back), corner(1, 1, back), 1, 0, back);
    wall(scene.sideWall(), corner(side, 0, 0), corner(side, 1, 0), corner(side, 1, 1), side, 0, 1);
    wall(scene.floor(), corner(0, floor, 0), corner(0, floor, 1), corner(1, floor, 1), 1, floor, 0);
    for (Lines each : lines) {
      sketch.thin(each.look(), each.part()).ifPresent(pen -> lines(each, pen));
    }
  }

  private static Point corner(double x, double y, double z) {
    return new Point(x, y, z);
  }

  private void wall(ShapeFormat format, Point a, Point b, Point c, double x, double y, double z) {
    sketch.shape(
        view.outline(List.of(a, b, c, new Point(x, y, z))),
        format,
        Optional.empty(),
        Optional.empty(),
        Look.THIN);
  }

  private void lines(Lines lines, Pen pen) {
    for (double at : lines.places()) {
      if (at >= -1e-9 && at <= 1 + 1e-9) {
        line(across(lines.direction(), at), pen);
      }
    }
  }

  /// A line across an axis bends where two walls meet.
  private List<Point> across(Direction direction, double at) {
    double side = view.sideWall();
    double back = view.backWall();
    double floor = view.floor();
    return switch (direction) {
      case RIGHT ->
          List.of(
              new Point(at, floor, 1 - back),
              new Point(at, floor, back),
              new Point(at, 1 - floor, back));
      case UP ->
          List.of(
              new Point(side, at, 1 - back),
              new Point(side, at, back),
              new Point(1 - side, at, back));
      case AWAY ->
          List.of(
              new Point(1 - side, floor, at),
              new Point(side, floor, at),
              new Point(side, 1 - floor, at));
    };
  }

  private void line(List<Point> points, Pen pen) {
    var path = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      Point2D at = view.at(points.get(i));
      if (i == 0) {
        path.moveTo(at.getX(), at.getY());
      } else {
        path.lineTo(at.getX(), at.getY());
      }
    }
    sketch.canvas().stroke(path, pen);
  }
}
