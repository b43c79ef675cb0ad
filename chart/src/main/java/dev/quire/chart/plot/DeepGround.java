package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.View;
import dev.quire.chart.scale.Scale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Plot;
import java.awt.geom.Point2D;

/// The box that series with depth are drawn in.
///
/// @param view by which it is seen
/// @param along places of categories
/// @param across places of values
/// @param sideways whether categories run upwards and values to the right
/// @param base where values begin, as a part of the value axis
/// @param ranks how many series stand behind one another
record DeepGround(
    View view, Scale along, ValueScale across, boolean sideways, double base, int ranks) {
  /// A place by parts of the axes of categories, values and series.
  Point at(double alongPart, double acrossPart, double depth) {
    return sideways
        ? new Point(acrossPart, alongPart, depth)
        : new Point(alongPart, acrossPart, depth);
  }

  /// Where a value lies, no farther than the ends of the axis; NaN for no value.
  double height(double value) {
    double part = across.at(value);
    return Double.isNaN(part) ? part : Math.clamp(part, 0, 1);
  }

  /// The middle of a rank.
  double depth(int rank) {
    return (rank + 0.5) / ranks;
  }

  /// Half of what a thing of a plot takes of the depth.
  double halfDepth(Plot plot) {
    return 0.5 / ranks / (1 + gapDepth(plot));
  }

  static double gapDepth(Plot plot) {
    return Math.clamp(plot.options().gapDepthPercent(), 0, 500) / 100.0;
  }

  /// How far a place is from the viewer along the categories, values or series alone. What is
  /// farther in one of them, with nothing else between, is drawn first.
  double awayAlong(double part) {
    return Math.abs(part - (sideways ? view.eye().y() : view.eye().x()));
  }

  double awayAcross(double part) {
    return Math.abs(part - (sideways ? view.eye().x() : view.eye().y()));
  }

  double awayInDepth(double depth) {
    return Math.abs(depth - view.eye().z());
  }

  /// The box on paper around two places.
  Box around(Point one, Point other) {
    Point2D a = view.at(one);
    Point2D b = view.at(other);
    return Box.between(a.getX(), a.getY(), b.getX(), b.getY());
  }
}
