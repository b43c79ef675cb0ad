package dev.quire.chart.plot;

import java.awt.geom.Path2D;

/// A path through very many points: of those that fall on the same quarter of a pixel only the
/// first, the last and the outermost are kept, which look the same.
final class Trail {
  private static final double STEP = 0.25;

  private final Path2D path = new Path2D.Double();
  private final boolean sideways;
  private boolean open;
  private long cell;
  private boolean pending;
  private double lowest;
  private double highest;
  private double lastAlong;
  private double lastAcross;
  private double drawnAlong;
  private double drawnAcross;

  /// @param sideways whether points follow one another upwards
  Trail(boolean sideways) {
    this.sideways = sideways;
  }

  /// Goes on to a point, or begins there.
  void to(double x, double y) {
    double along = sideways ? y : x;
    double across = sideways ? x : y;
    long here = (long) Math.floor(along / STEP);
    if (!open) {
      line(along, across);
      open = true;
    } else if (here == cell && pending) {
      lowest = Math.min(lowest, across);
      highest = Math.max(highest, across);
    } else {
      flush();
      if (here == cell) {
        lowest = Math.min(across, drawnAcross);
        highest = Math.max(across, drawnAcross);
        pending = true;
      } else {
        line(along, across);
      }
    }
    cell = here;
    lastAlong = along;
    lastAcross = across;
  }

  private void line(double along, double across) {
    double x = sideways ? across : along;
    double y = sideways ? along : across;
    if (open) {
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
    drawnAlong = along;
    drawnAcross = across;
  }

  private void flush() {
    if (pending) {
      if (highest > drawnAcross) {
        line(drawnAlong, highest);
      }
      if (lowest < drawnAcross) {
        line(drawnAlong, lowest);
      }
      line(lastAlong, lastAcross);
      pending = false;
    }
  }

  /// Ends the piece: the next point begins another one.
  void lift() {
    flush();
    open = false;
  }

  /// Everything so far.
  Path2D path() {
    flush();
    return path;
  }
}
