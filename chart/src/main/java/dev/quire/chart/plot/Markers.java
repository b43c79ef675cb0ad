package dev.quire.chart.plot;

import dev.quire.chart.look.Look;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.Series.PointFormat;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// Marks at points.
final class Markers {
  private static final int USUAL_SIZE = 7;

  /// Marks that nobody chose, by series, as Excel shows them (O); not the order of ST_MarkerStyle.
  private static final List<Symbol> USUAL =
      List.of(
          Symbol.DIAMOND,
          Symbol.SQUARE,
          Symbol.TRIANGLE,
          Symbol.X,
          Symbol.STAR,
          Symbol.CIRCLE,
          Symbol.PLUS,
          Symbol.DOT,
          Symbol.DASH);

  private static final int SMALLEST = 2;
  private static final int LARGEST = 72;

  private final Sketch sketch;

  Markers(Sketch sketch) {
    this.sketch = sketch;
  }

  /// The mark of a point: what the point leaves open its series says.
  static Marker of(Row row, int point) {
    return row.point(point)
        .map(PointFormat::marker)
        .filter(marker -> marker.symbol() != Symbol.AUTOMATIC)
        .orElseGet(() -> seen(row.series()));
  }

  /// The mark of a series with its shape chosen.
  static Marker seen(Series series) {
    Marker marker = series.marker();
    return marker.symbol() == Symbol.AUTOMATIC
        ? new Marker(
            USUAL.get(Math.floorMod(series.index(), USUAL.size())),
            marker.sizePoints(),
            marker.format())
        : marker;
  }

  /// Half the height of the mark of a point.
  static double reach(Row row, int point) {
    Marker marker = of(row, point);
    return marker.symbol() == Symbol.NONE ? 0 : size(marker) / 2;
  }

  private static double size(Marker marker) {
    return Math.clamp(marker.sizePoints().orElse(USUAL_SIZE), SMALLEST, LARGEST) * Look.POINT;
  }

  void draw(Row row, int point, double x, double y) {
    draw(of(row, point), sketch.look().accent(row.accent(point)), x, y);
  }

  /// @param automatic colour where the mark leaves it open
  void draw(Marker marker, int automatic, double x, double y) {
    Symbol symbol = marker.symbol();
    if (symbol == Symbol.NONE) {
      return;
    }
    boolean filled =
        switch (symbol) {
          case CIRCLE, SQUARE, DIAMOND, TRIANGLE, DASH, DOT -> true;
          default -> false;
        };
    Optional<Integer> color = Optional.of(automatic);
    sketch.shape(
        shape(symbol, x, y, size(marker) / 2),
        marker.format(),
        filled ? color : Optional.empty(),
        color,
        filled ? Look.THIN : 1);
  }

  private static Path2D shape(Symbol symbol, double x, double y, double r) {
    var path = new Path2D.Double();
    switch (symbol) {
      case CIRCLE, AUTOMATIC, NONE ->
          path.append(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), false);
      case SQUARE -> polygon(path, x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
      case DIAMOND -> polygon(path, x, y - r, x + r, y, x, y + r, x - r, y);
      case TRIANGLE -> polygon(path, x, y - r, x + r, y + r, x - r, y + r);
      case DASH ->
          polygon(path, x - r, y - r / 4, x + r, y - r / 4, x + r, y + r / 4, x - r, y + r / 4);
      case DOT -> polygon(path, x, y - r / 4, x + r, y - r / 4, x + r, y + r / 4, x, y + r / 4);
      case X -> cross(path, x, y, r, r);
      case PLUS -> plus(path, x, y, r);
      case STAR -> {
        cross(path, x, y, r, r);
        path.moveTo(x, y - r);
        path.lineTo(x, y + r);
      }
    }
    return path;
  }

  private static void cross(Path2D path, double x, double y, double dx, double dy) {
    path.moveTo(x - dx, y - dy);
    path.lineTo(x + dx, y + dy);
    path.moveTo(x - dx, y + dy);
    path.lineTo(x + dx, y - dy);
  }

  private static void plus(Path2D path, double x, double y, double r) {
    path.moveTo(x - r, y);
    path.lineTo(x + r, y);
    path.moveTo(x, y - r);
    path.lineTo(x, y + r);
  }

  private static void polygon(Path2D path, double... corners) {
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
  }
}
