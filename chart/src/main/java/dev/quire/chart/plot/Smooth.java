package dev.quire.chart.plot;

import java.awt.geom.Path2D;
import java.util.List;

/// Bent lines through points, as Excel bends them: each piece aims at the neighbours of its ends.
final class Smooth {
  private static final double PULL = 1.0 / 6;

  private Smooth() {}

  /// @param points at least one, x and y
  static Path2D through(List<double[]> points, boolean closed) {
    var path = new Path2D.Double();
    int count = points.size();
    path.moveTo(points.getFirst()[0], points.getFirst()[1]);
    int pieces = closed ? count : count - 1;
    for (int i = 0; i < pieces; i++) {
      double[] from = points.get(i);
      double[] to = points.get((i + 1) % count);
      double[] before = points.get(closed ? (i + count - 1) % count : Math.max(0, i - 1));
      double[] after = points.get(closed ? (i + 2) % count : Math.min(count - 1, i + 2));
      path.curveTo(
          from[0] + (to[0] - before[0]) * PULL,
          from[1] + (to[1] - before[1]) * PULL,
          to[0] - (after[0] - from[0]) * PULL,
          to[1] - (after[1] - from[1]) * PULL,
          to[0],
          to[1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
