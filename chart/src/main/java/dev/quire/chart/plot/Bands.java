package dev.quire.chart.plot;

import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.ArrayList;
import java.util.List;

/// The bands of values that a surface shows in different colours. Points are coordinates with their
/// value at the end.
///
/// @param scale of the value axis
/// @param edges of the bands: the labels of the axis
record Bands(ValueScale scale, double[] edges) {
  private static final int INTERVALS = 6;

  static Bands of(Group group) {
    ValueScale scale = group.yScale(INTERVALS);
    return new Bands(scale, scale.majors());
  }

  int count() {
    return Math.max(0, edges.length - 1);
  }

  /// The lower edge of a band; nothing is below the first one.
  double from(int band) {
    return band == 0 ? Double.NEGATIVE_INFINITY : edges[band];
  }

  /// The upper edge of a band; nothing is above the last one.
  private double to(int band) {
    return band + 1 >= count() ? Double.POSITIVE_INFINITY : edges[band + 1];
  }

  /// What a legend says of the bands, from the lowest one up.
  List<LegendKey> keys(Sketch sketch, Row first) {
    String format =
        sketch.space().axes().value().flatMap(Axis::numberFormat).orElse(first.numberFormat());
    var keys = new ArrayList<LegendKey>();
    for (int band = 0; band < count(); band++) {
      String text =
          sketch.look().number(edges[band], format)
              + "-"
              + sketch.look().number(edges[band + 1], format);
      keys.add(new LegendKey.Square(text, ShapeFormat.AUTOMATIC, sketch.look().accent(band)));
    }
    return keys;
  }

  /// The part of a polygon or, of two points, of a line in which values are in a band.
  List<double[]> within(List<double[]> points, int band) {
    double from = from(band);
    double to = to(band);
    int low = 0;
    int high = 0;
    for (double[] point : points) {
      low += value(point) < from ? 1 : 0;
      high += value(point) > to ? 1 : 0;
    }
    if (low == points.size() || high == points.size()) {
      return List.of();
    }
    return below(above(points, from), to);
  }

  /// The part in which values are at least this high.
  static List<double[]> above(List<double[]> points, double edge) {
    return cut(points, edge, 1);
  }

  private static List<double[]> below(List<double[]> points, double edge) {
    return cut(points, edge, -1);
  }

  private static List<double[]> cut(List<double[]> points, double edge, int side) {
    var kept = new ArrayList<double[]>();
    int last = points.size() == 2 ? 1 : points.size();
    for (int i = 0; i < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get((i + 1) % points.size());
      boolean inside = side * value(a) >= side * edge;
      if (inside) {
        kept.add(a);
      }
      if (i < last && inside != side * value(b) >= side * edge) {
        kept.add(between(a, b, edge));
      }
    }
    return kept;
  }

  /// Where a triangle has this value: two points, or none.
  static List<double[]> crossings(List<double[]> triangle, double edge) {
    var found = new ArrayList<double[]>();
    for (int i = 0; i < triangle.size(); i++) {
      double[] a = triangle.get(i);
      double[] b = triangle.get((i + 1) % triangle.size());
      if (value(a) >= edge != value(b) >= edge) {
        found.add(between(a, b, edge));
      }
    }
    return found;
  }

  /// The four triangles around the middle of a cell; none when a corner has no value.
  static List<List<double[]>> triangles(List<double[]> corners) {
    var middle = new double[corners.getFirst().length];
    for (double[] corner : corners) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += corner[i] / corners.size();
      }
    }
    var triangles = new ArrayList<List<double[]>>();
    for (int i = 0; i < corners.size() && !Double.isNaN(value(middle)); i++) {
      triangles.add(List.of(corners.get(i), corners.get((i + 1) % corners.size()), middle));
    }
    return triangles;
  }

  private static double value(double[] point) {
    return point[point.length - 1];
  }

  private static double[] between(double[] a, double[] b, double edge) {
    double part = (edge - value(a)) / (value(b) - value(a));
    var point = new double[a.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = a[i] + (b[i] - a[i]) * part;
    }
    return point;
  }
}
