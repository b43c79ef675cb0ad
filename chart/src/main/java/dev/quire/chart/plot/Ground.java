package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.scale.Scale;
import dev.quire.chart.scale.ValueScale;

/// The plane that series are drawn on.
///
/// @param box between the axes
/// @param along places of categories, or of x values
/// @param across places of values
/// @param sideways whether categories run upwards and values to the right
/// @param base where values begin, as a part of the value axis: bars and areas stand there
record Ground(Box box, Scale along, ValueScale across, boolean sideways, double base) {
  private static final double FAR = 30;

  /// Left edge for a place on both axes, each from 0 to 1.
  double x(double alongPart, double acrossPart) {
    return box.x() + near(sideways ? acrossPart : alongPart) * box.width();
  }

  /// Top edge for a place on both axes, each from 0 to 1.
  double y(double alongPart, double acrossPart) {
    return box.bottom() - near(sideways ? alongPart : acrossPart) * box.height();
  }

  /// What lies far outside is not seen, and would only cost time.
  private static double near(double part) {
    return part >= -FAR ? Math.min(part, FAR) : -FAR;
  }

  /// Length of the axis that categories lie along.
  double length() {
    return sideways ? box.height() : box.width();
  }

  /// Length of the value axis.
  double height() {
    return sideways ? box.width() : box.height();
  }

  /// The box between two places.
  Box between(double along0, double across0, double along1, double across1) {
    return Box.between(
        x(along0, across0), y(along0, across0), x(along1, across1), y(along1, across1));
  }
}
