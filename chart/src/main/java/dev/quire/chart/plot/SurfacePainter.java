package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.Line;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Surfaces seen from above: bands of values in different colours, or the lines between them;
/// categories to the right, series upwards.
final class SurfacePainter {
  private static final int MOST_CELLS = 200;
  private static final double MOST_LABELS = 0.3;
  private static final double CONTOUR_WIDTH = 1.5;

  private final Sketch sketch;
  private final List<Row> rows;

  SurfacePainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.rows = rows;
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
    Bands bands = Bands.of(group);
    if (rows.getFirst().plot().options().filled()) {
      bands(plot, columns, bands);
      mesh(plot, along, upwards, Pen.solid(0x40FFFFFF, Look.POINT * Look.THIN));
    } else {
      mesh(plot, along, upwards, sketch.thin(Line.AUTOMATIC, Part.MESH).orElseThrow());
      contours(plot, columns, bands);
    }
    beside(plot, left);
    below(plot, below);
  }

  private void beside(Box plot, AxisLabels names) {
    for (AxisLabels.Block block : names.blocks()) {
      block
          .text()
          .write(
              sketch.canvas(),
              plot.x() - 5 - block.text().width() / 2,
              plot.bottom() - block.at() * plot.height());
    }
  }

  private void below(Box plot, AxisLabels categories) {
    for (AxisLabels.Block block : categories.blocks()) {
      block
          .text()
          .write(
              sketch.canvas(),
              plot.x() + block.at() * plot.width(),
              plot.bottom() + 6 + categories.thickness() / 2,
              categories.degrees());
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
  private void bands(Box plot, int columns, Bands bands) {
    for (int band = 0; band < bands.count(); band++) {
      var path = new Path2D.Double();
      double from = bands.from(band);
      for (List<double[]> triangle : triangles(plot, columns)) {
        add(path, Bands.above(triangle, from));
      }
      if (path.getCurrentPoint() != null) {
        sketch.canvas().fill(path, new Paint.Solid(sketch.look().accent(band)));
      }
    }
  }

  /// Lines of equal values, in the colours of the bands above them.
  private void contours(Box plot, int columns, Bands bands) {
    for (int band = 1; band < bands.count(); band++) {
      var path = new Path2D.Double();
      for (List<double[]> triangle : triangles(plot, columns)) {
        List<double[]> ends = Bands.crossings(triangle, bands.from(band));
        if (ends.size() == 2) {
          path.moveTo(ends.get(0)[0], ends.get(0)[1]);
          path.lineTo(ends.get(1)[0], ends.get(1)[1]);
        }
      }
      sketch
          .canvas()
          .stroke(path, Pen.solid(sketch.look().accent(band), Look.POINT * CONTOUR_WIDTH));
    }
  }

  private List<List<double[]>> triangles(Box plot, int columns) {
    int right = Math.max(1, (columns - 1 + MOST_CELLS - 1) / MOST_CELLS);
    int up = Math.max(1, (rows.size() - 1 + MOST_CELLS - 1) / MOST_CELLS);
    var triangles = new ArrayList<List<double[]>>();
    for (int r = 0; r + up < rows.size(); r += up) {
      for (int c = 0; c + right < columns; c += right) {
        triangles.addAll(
            Bands.triangles(
                List.of(
                    corner(plot, columns, r, c),
                    corner(plot, columns, r, c + right),
                    corner(plot, columns, r + up, c + right),
                    corner(plot, columns, r + up, c))));
      }
    }
    return triangles;
  }

  private double[] corner(Box plot, int columns, int row, int column) {
    return new double[] {
      plot.x() + plot.width() * column / Math.max(1, columns - 1),
      plot.bottom() - plot.height() * row / Math.max(1, rows.size() - 1),
      rows.get(row).value(column)
    };
  }

  private static void add(Path2D path, List<double[]> polygon) {
    for (int i = 0; i < polygon.size(); i++) {
      double[] at = polygon.get(i);
      if (i == 0) {
        path.moveTo(at[0], at[1]);
      } else {
        path.lineTo(at[0], at[1]);
      }
    }
    if (!polygon.isEmpty()) {
      path.closePath();
    }
  }

  private void mesh(Box plot, SlotScale along, SlotScale upwards, Pen pen) {
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
