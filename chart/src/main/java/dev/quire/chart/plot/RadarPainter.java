package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.chart.look.TextBlock;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.AutomaticScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Plot;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Values around a middle, a spoke for each category.
final class RadarPainter {
  private static final double WIDTH = 2.25;
  private static final double LABEL_GAP = 5;
  private static final int MOST_SPOKES = 2_000;
  private static final double MOST_LABEL = 0.25;

  private final Sketch sketch;
  private final List<Row> rows;
  private final int spokes;
  private double x;
  private double y;
  private double radius;

  RadarPainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.rows = rows;
    this.spokes = Math.clamp(rows.stream().mapToInt(Row::count).max().orElse(0), 1, MOST_SPOKES);
  }

  void draw(Box room) {
    var group = new Group(rows, sketch.space().axes(), false);
    Lettering names =
        sketch
            .look()
            .letters(group.category().map(Axis::text).orElse(ChartText.AUTOMATIC), Look.Kind.LABEL);
    place(room, names);
    ValueScale scale =
        group.yScale(
            AutomaticScale.intervals(radius / Look.POINT, names.font().size() / Look.POINT));
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    boolean filled = rows.getFirst().plot().options().filled();
    if (!filled) {
      grid(group, scale);
    }
    for (Plot plot : group.plots()) {
      for (Row row : group.rows(plot)) {
        series(row, scale, plot.options().filled());
      }
    }
    if (filled) {
      grid(group, scale);
    }
    names(names);
    group.value().ifPresent(axis -> values(group, axis, scale));
    texts(scale);
  }

  private void place(Box room, Lettering lettering) {
    double wide = 0;
    for (int i = 0; i < Math.min(spokes, 200); i++) {
      double side = Math.abs(Math.sin(angle(i)));
      if (side > 0.1) {
        wide = Math.max(wide, lettering.width(rows.getFirst().category(i)) * side);
      }
    }
    double sides = Math.min(wide, room.width() * MOST_LABEL) + LABEL_GAP;
    double ends = lettering.lineHeight() + LABEL_GAP;
    Box inner = room.inset(sides, ends, sides, ends);
    x = inner.centerX();
    y = inner.centerY();
    radius = Math.max(1, Math.min(inner.width(), inner.height()) / 2);
  }

  private double angle(int spoke) {
    return 2 * Math.PI * spoke / spokes;
  }

  private double[] point(int spoke, double part) {
    double distance = Math.clamp(part, 0, 1) * radius;
    return new double[] {
      x + Math.sin(angle(spoke)) * distance, y - Math.cos(angle(spoke)) * distance
    };
  }

  private void grid(Group group, ValueScale scale) {
    Optional<Line> line = group.value().flatMap(Axis::majorGridlines);
    Optional<Pen> pen = line.flatMap(given -> sketch.thin(given, Part.GRID));
    pen.ifPresent(with -> {
      for (double mark : scale.majors()) {
        var ring = new Path2D.Double();
        for (int i = 0; i < spokes; i++) {
          double[] at = point(i, scale.at(mark));
          if (i == 0) {
            ring.moveTo(at[0], at[1]);
          } else {
            ring.lineTo(at[0], at[1]);
          }
        }
        ring.closePath();
        sketch.canvas().stroke(ring, with);
      }
    });
    group
        .value()
        .filter(Axis::visible)
        .flatMap(axis -> sketch.thin(axis.line(), Part.AXIS))
        .filter(with -> spokes <= 360)
        .ifPresent(with -> {
          for (int i = 0; i < spokes; i++) {
            double[] end = point(i, 1);
            sketch.line(x, y, end[0], end[1], with);
          }
        });
  }

  private void series(Row row, ValueScale scale, boolean filled) {
    var path = new Path2D.Double();
    boolean open = false;
    boolean whole = true;
    boolean gaps = sketch.space().blanks() != Blanks.SPAN && !filled;
    for (int i = 0; i < Math.min(spokes, row.count()); i++) {
      double part = scale.at(row.value(i));
      if (Double.isNaN(part)) {
        open &= !gaps;
        whole &= !gaps;
        continue;
      }
      double[] at = point(i, part);
      if (open) {
        path.lineTo(at[0], at[1]);
      } else {
        path.moveTo(at[0], at[1]);
        open = true;
      }
    }
    if (path.getCurrentPoint() == null) {
      return;
    }
    if (whole && row.count() >= spokes) {
      path.closePath();
    }
    Optional<Integer> color = Optional.of(sketch.look().accent(row.series().index()));
    if (filled) {
      sketch.shape(path, row.series().format(), color, Optional.empty(), Look.THIN);
      return;
    }
    sketch
        .look()
        .roundPen(row.series().format().line(), color, WIDTH)
        .ifPresent(pen -> sketch.canvas().stroke(path, pen));
    var markers = new Markers(sketch);
    for (int i = 0; i < Math.min(spokes, row.count()); i++) {
      double part = scale.at(row.value(i));
      if (!Double.isNaN(part)) {
        double[] at = point(i, part);
        markers.draw(row, i, at[0], at[1]);
      }
    }
  }

  private void names(Lettering lettering) {
    int every =
        (int) Math.max(1, Math.ceil(spokes * lettering.lineHeight() / (2 * Math.PI * radius)));
    for (int i = 0; i < spokes; i += every) {
      double[] edge = point(i, 1);
      double right = Math.sin(angle(i));
      double up = Math.cos(angle(i));
      String text = TextBlock.cut(rows.getFirst().category(i), lettering, 2 * radius);
      TextBlock block = TextBlock.of(text, lettering);
      double sideways = Math.abs(right) < 1e-6 ? 0 : Math.signum(right) * block.width() / 2;
      block.write(
          sketch.canvas(),
          edge[0] + right * LABEL_GAP + sideways * Math.min(1, Math.abs(right) * 2),
          edge[1] - up * (LABEL_GAP + block.height() / 2));
    }
  }

  private void values(Group group, Axis axis, ValueScale scale) {
    if (!axis.visible() || axis.labels() == Axis.Labels.NONE) {
      return;
    }
    Lettering lettering = sketch.look().letters(axis.text(), Look.Kind.LABEL);
    String format = AxisView.format(group, axis);
    for (double mark : scale.majors()) {
      TextBlock block = TextBlock.of(sketch.look().number(mark, format), lettering);
      double[] at = point(0, scale.at(mark));
      block.write(sketch.canvas(), at[0] - LABEL_GAP - block.width() / 2, at[1]);
    }
  }

  private void texts(ValueScale scale) {
    var labels = new Labels(sketch);
    for (Row row : rows) {
      for (int i = 0; i < Math.min(spokes, row.count()); i++) {
        double part = scale.at(row.value(i));
        if (!Double.isNaN(part)) {
          double[] at = point(i, part);
          labels.write(
              row,
              i,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              new Labels.Spot(
                  new Box(at[0] - 3, at[1] - 3, 6, 6), true, false, Position.OUTSIDE_END));
        }
      }
    }
  }
}
