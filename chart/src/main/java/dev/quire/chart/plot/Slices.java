package dev.quire.chart.plot;

import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// How a whole is cut into slices, and their shapes.
final class Slices {
  private static final double LEAST_DEGREES = 0.02;

  private Slices() {}

  /// A part of a whole.
  ///
  /// @param point zero-based number of the point
  /// @param start where it begins, in degrees clockwise from the top
  /// @param sweep its angle
  /// @param part of the whole
  record Slice(int point, double start, double sweep, double part) {
    double middle() {
      return Math.toRadians(start + sweep / 2);
    }

    /// The same standing for another point.
    Slice as(int other) {
      return new Slice(other, start, sweep, part);
    }

    /// Right of the middle of the pie for a distance.
    double dx(double distance) {
      return Math.sin(middle()) * distance;
    }

    /// Below the middle of the pie for a distance.
    double dy(double distance) {
      return -Math.cos(middle()) * distance;
    }
  }

  /// The slices of some points; signs do not count, and what is too thin to be seen is left out.
  ///
  /// @param from first point
  /// @param values sizes from that point on
  static List<Slice> of(int from, double[] values, double start, double whole) {
    double sum = 0;
    for (double value : values) {
      sum += size(value);
    }
    var slices = new ArrayList<Slice>();
    if (!(sum > 0) || Double.isInfinite(sum)) {
      return slices;
    }
    double at = start;
    for (int i = 0; i < values.length; i++) {
      double sweep = size(values[i]) / sum * 360;
      if (sweep >= LEAST_DEGREES) {
        slices.add(new Slice(from + i, at, sweep, size(values[i]) / whole));
      }
      at += sweep;
    }
    return slices;
  }

  static double size(double value) {
    return Double.isNaN(value) ? 0 : Math.min(Math.abs(value), 1e290);
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += size(value);
    }
    return sum;
  }

  /// The shape of a slice between two radii.
  static Path2D shape(Slice slice, double x, double y, double inner, double outer) {
    var path = new Path2D.Double();
    if (slice.sweep() >= 359.99) {
      path.append(circle(x, y, outer), false);
      if (inner > 0) {
        path.append(backwards(x, y, inner), false);
      }
      return path;
    }
    double begin = 90 - slice.start();
    path.append(arc(x, y, outer, begin, -slice.sweep()), false);
    if (inner > 0) {
      path.append(arc(x, y, inner, begin - slice.sweep(), slice.sweep()), true);
    } else {
      path.lineTo(x, y);
    }
    path.closePath();
    return path;
  }

  private static Ellipse2D circle(double x, double y, double r) {
    return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
  }

  private static Path2D backwards(double x, double y, double r) {
    return new Path2D.Double(arc(x, y, r, 0, 360));
  }

  private static Arc2D arc(double x, double y, double r, double start, double extent) {
    return new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, start, extent, Arc2D.OPEN);
  }
}
