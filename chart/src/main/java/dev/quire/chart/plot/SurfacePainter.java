package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.scale.SlotScale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Surfaces seen from above: bands of values in different colours, categories to the right, series
/// upwards. Excel's picture with depth is not drawn.
final class SurfacePainter {
  private static final int INTERVALS = 6;
  private static final int MOST_CELLS = 200;
  private static final double MOST_LABELS = 0.3;

  private final Sketch sketch;
  private final List<Row> rows;

  SurfacePainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.rows = rows;
  }

  /// Where the bands of a surface begin and end.
  private static double[] edges(Sketch sketch, List<Row> rows) {
    ValueScale scale = new Group(rows, sketch.space().axes(), false).yScale(INTERVALS);
    return scale.majors();
  }

  /// What a legend says of the bands, from the highest one down.
  static List<LegendKey> keys(Sketch sketch, List<Row> rows) {
    double[] edges = edges(sketch, rows);
    String format =
        sketch
            .space()
            .axes()
            .value()
            .flatMap(Axis::numberFormat)
            .orElse(rows.getFirst().numberFormat());
    var keys = new ArrayList<LegendKey>();
    for (int band = 0; band + 1 < edges.length; band++) {
      String text =
          sketch.look().number(edges[band], format)
              + "-"
              + sketch.look().number(edges[band + 1], format);
      keys.add(new LegendKey.Square(text, ShapeFormat.AUTOMATIC, sketch.look().accent(band)));
    }
    return keys;
  }

  void draw(Box room) {
    var group = new Group(rows, sketch.space().axes(), false);
    int columns = group.count();
    var along = new SlotScale(columns, false, false);
    var upwards = new SlotScale(rows.size(), false, false);
    Lettering lettering =
        sketch
            .look()
            .letters(group.category().map(Axis::text).orElse(ChartText.AUTOMATIC), Look.Kind.LABEL);
    AxisLabels left =
        AxisLabels.beside(
            names(upwards),
            lettering,
            upwards.step() * room.height(),
            room.width() * MOST_LABELS,
            0);
    double inset = left.thickness() + 8;
    AxisLabels below =
        AxisLabels.level(
            categories(along),
            lettering,
            along.step() * (room.width() - inset),
            room.height() * MOST_LABELS,
            0,
            OptionalDouble.empty(),
            SlotTexts.areNumbers(rows.getFirst().data().categories()));
    Box plot =
        room.inset(
            Math.max(inset, below.overhang(room.width(), false)),
            lettering.lineHeight() / 2,
            below.overhang(room.width(), true),
            below.thickness() + 8);
    bands(plot, columns);
    mesh(plot, along, upwards);
    for (AxisLabels.Block block : left.blocks()) {
      block
          .text()
          .write(
              sketch.canvas(),
              plot.x() - 5 - block.text().width() / 2,
              plot.bottom() - block.at() * plot.height());
    }
    for (AxisLabels.Block block : below.blocks()) {
      block
          .text()
          .write(
              sketch.canvas(),
              plot.x() + block.at() * plot.width(),
              plot.bottom() + 6 + below.thickness() / 2,
              below.degrees());
    }
  }

  private List<AxisLabels.Label> names(SlotScale scale) {
    var labels = new ArrayList<AxisLabels.Label>();
    for (int i = 0; i < rows.size(); i++) {
      labels.add(new AxisLabels.Label(scale.at(i), rows.get(i).name()));
    }
    return labels;
  }

  private List<AxisLabels.Label> categories(SlotScale scale) {
    var labels = new ArrayList<AxisLabels.Label>();
    for (int i = 0; i < scale.slots(); i++) {
      labels.add(new AxisLabels.Label(scale.at(i), rows.getFirst().category(i)));
    }
    return labels;
  }

  /// Everything above the lower edge of each band is filled, the next band on top of it.
  private void bands(Box plot, int columns) {
    double[] edges = edges(sketch, rows);
    int everyColumn = Math.max(1, (columns - 1 + MOST_CELLS - 1) / MOST_CELLS);
    int everyRow = Math.max(1, (rows.size() - 1 + MOST_CELLS - 1) / MOST_CELLS);
    for (int band = 0; band + 1 < edges.length; band++) {
      var path = new Path2D.Double();
      double from = band == 0 ? Double.NEGATIVE_INFINITY : edges[band];
      for (int r = 0; r + everyRow < rows.size(); r += everyRow) {
        for (int c = 0; c + everyColumn < columns; c += everyColumn) {
          cell(path, plot, columns, r, c, r + everyRow, c + everyColumn, from);
        }
      }
      if (path.getCurrentPoint() != null) {
        sketch.canvas().fill(path, new Paint.Solid(sketch.look().accent(band)));
      }
    }
  }

  /// A cell is four triangles around its middle.
  private void cell(
      Path2D path, Box plot, int columns, int r0, int c0, int r1, int c1, double from) {
    double[][] corners = {
      corner(plot, columns, r0, c0),
      corner(plot, columns, r0, c1),
      corner(plot, columns, r1, c1),
      corner(plot, columns, r1, c0)
    };
    var middle = new double[3];
    for (double[] corner : corners) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += corner[i] / corners.length;
      }
    }
    if (Double.isNaN(middle[2])) {
      return;
    }
    for (int i = 0; i < corners.length; i++) {
      above(path, new double[][] {corners[i], corners[(i + 1) % corners.length], middle}, from);
    }
  }

  private double[] corner(Box plot, int columns, int row, int column) {
    return new double[] {
      plot.x() + plot.width() * column / Math.max(1, columns - 1),
      plot.bottom() - plot.height() * row / Math.max(1, rows.size() - 1),
      rows.get(row).value(column)
    };
  }

  /// Adds the part of a triangle in which values are at least this high.
  private static void above(Path2D path, double[][] triangle, double from) {
    boolean open = false;
    for (int i = 0; i < triangle.length; i++) {
      double[] a = triangle[i];
      double[] b = triangle[(i + 1) % triangle.length];
      if (a[2] >= from) {
        open = to(path, open, a[0], a[1]);
      }
      if (a[2] >= from != b[2] >= from) {
        double part = (from - a[2]) / (b[2] - a[2]);
        open = to(path, open, a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part);
      }
    }
    if (open) {
      path.closePath();
    }
  }

  private static boolean to(Path2D path, boolean open, double x, double y) {
    if (open) {
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
    return true;
  }

  private void mesh(Box plot, SlotScale along, SlotScale upwards) {
    Pen pen = Pen.solid(0x40FFFFFF, Look.POINT * Look.THIN);
    for (int i = 0; i < along.slots() && along.slots() <= MOST_CELLS; i++) {
      double x = plot.x() + along.at(i) * plot.width();
      sketch.line(x, plot.y(), x, plot.bottom(), pen);
    }
    for (int i = 0; i < upwards.slots() && upwards.slots() <= MOST_CELLS; i++) {
      double y = plot.bottom() - upwards.at(i) * plot.height();
      sketch.line(plot.x(), y, plot.right(), y, pen);
    }
  }
}
