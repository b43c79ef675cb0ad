package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.depth.Skin;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// What every painter draws with.
///
/// @param canvas to draw on
/// @param look what formats look like
/// @param space the chart
public record Sketch(Canvas canvas, Look look, ChartSpace space) {
  /// Draws a shape as its format says.
  ///
  /// @param fill automatic colour inside; empty for none
  /// @param line automatic colour of the outline; empty for none
  /// @param points usual width of the outline
  public void shape(
      Path2D path,
      ShapeFormat format,
      Optional<Integer> fill,
      Optional<Integer> line,
      double points) {
    Rectangle2D bounds = path.getBounds2D();
    var box = new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    look.fill(format.fill(), box, fill).ifPresent(paint -> canvas.fill(path, paint));
    look.pen(format.line(), line, points).ifPresent(pen -> canvas.stroke(path, pen));
  }

  /// Draws a rectangle as its format says.
  public void box(Box box, ShapeFormat format, Optional<Integer> fill, Optional<Integer> line) {
    shape(path(box), format, fill, line, Look.THIN);
  }

  /// What a solid with this format looks like.
  ///
  /// @param bounds over which gradients run
  /// @param automatic its colour when the format leaves it open
  Skin skin(ShapeFormat format, Box bounds, int automatic) {
    return new Skin(
        look.fill(format.fill(), bounds, Optional.of(automatic)),
        look.pen(format.line(), Optional.empty(), Look.THIN));
  }

  /// What the body of a series looks like.
  ///
  /// @param bounds over which gradients run
  Skin skin(Row row, Box bounds) {
    return skin(row.series().format(), bounds, look.accent(row.series().index()));
  }

  /// Fills a rectangle.
  void fill(Box box, Paint paint) {
    canvas.fill(path(box), paint);
  }

  /// Fills a rectangle as a format says.
  void fill(Box box, Fill fill, Optional<Integer> automatic) {
    look.fill(fill, box, automatic).ifPresent(paint -> fill(box, paint));
  }

  /// A straight line; when upright or level it lies sharply on the pixels.
  void line(double x0, double y0, double x1, double y1, Pen pen) {
    double fromX = x0 == x1 ? canvas.snap(x0, pen.width()) : x0;
    double toX = x0 == x1 ? fromX : x1;
    double fromY = y0 == y1 ? canvas.snap(y0, pen.width()) : y0;
    double toY = y0 == y1 ? fromY : y1;
    canvas.stroke(new Path2D.Double(new Line2D.Double(fromX, fromY, toX, toY)), pen);
  }

  /// A pen for the thin line of a part; empty for no line.
  Optional<Pen> thin(Line line, Part part) {
    return look.pen(line, look.automatic(part), Look.THIN);
  }

  /// The outline of a box, as a path.
  public static Path2D path(Box box) {
    return new Path2D.Double(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
  }

  /// A box with its edges on the pixels, at least one pixel wide where it is wider than nothing.
  Box sharp(Box box) {
    double x = canvas.snap(box.x(), 0);
    double y = canvas.snap(box.y(), 0);
    double right = canvas.snap(box.right(), 0);
    double bottom = canvas.snap(box.bottom(), 0);
    boolean thin = box.width() > 0 && right <= x || box.height() > 0 && bottom <= y;
    return thin ? box : new Box(x, y, right - x, bottom - y);
  }
}
