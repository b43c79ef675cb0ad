package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Part;
import dev.quire.chart.plot.Slices.Slice;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Pies, and pies with a second one for small slices. Only the first series is drawn.
final class PiePainter {
  private static final double SEPARATOR = 1.5;
  private static final double SECOND_SIZE = 0.75;
  private static final double THINNEST = 0.02;

  private final Sketch sketch;
  private final Row row;
  private final Labels labels;
  private final PieLabels texts;

  PiePainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.row = rows.getFirst();
    this.labels = new Labels(sketch);
    this.texts = new PieLabels(sketch, row);
  }

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    Box inner = texts.without(room);
    if (row.plot().kind() == Kind.PIE || row.count() < 3) {
      double radius = Math.min(inner.width(), inner.height()) / 2 / (1 + row.mostExplosion());
      var place = new PiePlace(room.centerX(), room.centerY(), radius);
      double start = row.plot().options().firstSliceDegrees();
      List<Slice> slices = Slices.of(0, row.values(), start, Slices.sum(row.values()));
      pie(slices, place);
      texts.texts(slices, place, room);
    } else {
      double width = Math.min(inner.width(), inner.height() * 2);
      var centered = new Box(inner.centerX() - width / 2, inner.y(), width, inner.height());
      twoPies(centered, room);
    }
  }

  /// All separators lie on top of all slices, or they would be thinner on one side.
  private void pie(List<Slice> slices, PiePlace place) {
    for (Slice slice : slices) {
      fill(slice.point(), shape(slice, place));
    }
    for (Slice slice : slices) {
      outline(slice.point(), shape(slice, place));
    }
  }

  private Path2D shape(Slice slice, PiePlace place) {
    double out = row.explosion(slice.point()) * place.radius();
    return Slices.shape(slice, place.x(slice, out), place.y(slice, out), 0, place.radius());
  }

  private void fill(int point, Path2D shape) {
    sketch.shape(
        shape,
        new ShapeFormat(format(point).fill(), Line.NONE),
        Optional.of(sketch.look().accent(color(point))),
        Optional.empty(),
        0);
  }

  private void outline(int point, Path2D shape) {
    sketch
        .look()
        .roundPen(format(point).line(), Optional.empty(), SEPARATOR)
        .ifPresent(pen -> sketch.canvas().stroke(shape, pen));
  }

  /// The slice that stands for the second pie is no point of the series.
  private ShapeFormat format(int point) {
    return point >= row.count() ? row.series().format() : row.format(point);
  }

  private int color(int point) {
    return row.plot().variesColors() ? point : row.series().index();
  }

  /// The last third of the points goes into the second pie or bar; the first one is turned so that
  /// their common slice points at it.
  private void twoPies(Box box, Box room) {
    int second = Math.max(1, (row.count() + 2) / 3);
    int first = row.count() - second;
    double[] values = row.values();
    double[] main = Arrays.copyOf(values, first + 1);
    double[] rest = Arrays.copyOfRange(values, first, values.length);
    main[first] = Slices.sum(rest);
    double whole = Slices.sum(values);
    double radius = Math.min(box.width() / 4.4, box.height() / 2);
    var place = new PiePlace(box.x() + radius, box.centerY(), radius);
    double common = whole > 0 ? main[first] / whole * 360 : 0;
    List<Slice> slices =
        Slices.of(0, main, 90 + common / 2, whole).stream()
            .map(slice -> slice.point() == first ? slice.as(row.count()) : slice)
            .toList();
    double small = radius * SECOND_SIZE;
    boolean bar = row.plot().kind() == Kind.BAR_OF_PIE;
    double secondX = box.right() - (bar ? small / 2 : small);
    connections(place, common, bar ? secondX - small / 2 : secondX, bar, small);
    pie(slices, place);
    texts.texts(slices, place, room);
    if (bar) {
      bar(
          first,
          rest,
          new Box(secondX - small / 2, place.centerY() - small, small, 2 * small),
          whole);
    } else {
      var other = new PiePlace(secondX, place.centerY(), small);
      List<Slice> others = Slices.of(first, rest, 0, whole);
      pie(others, other);
      texts.texts(others, other, room);
    }
  }

  private void connections(PiePlace place, double common, double x, boolean bar, double small) {
    double half = Math.toRadians(common / 2);
    Pen pen = sketch.thin(Line.AUTOMATIC, Part.LEADER_LINE).orElseThrow();
    for (int side : new int[] {-1, 1}) {
      var line =
          new Line2D.Double(
              place.centerX() + Math.cos(half) * place.radius(),
              place.centerY() + side * Math.sin(half) * place.radius(),
              x,
              place.centerY() + side * small);
      sketch.canvas().stroke(new Path2D.Double(line), pen);
    }
  }

  private void bar(int first, double[] values, Box box, double whole) {
    double sum = Slices.sum(values);
    double y = box.y();
    for (int i = 0; i < values.length && sum > 0; i++) {
      double height = Slices.size(values[i]) / sum * box.height();
      if (height < THINNEST) {
        y += height;
        continue;
      }
      var part = new Box(box.x(), y, box.width(), height);
      fill(first + i, Sketch.path(part));
      outline(first + i, Sketch.path(part));
      int point = first + i;
      double share = Slices.size(row.value(point)) / whole;
      labels.writeOnShape(row, point, share, part.centerX(), part.centerY());
      y += height;
    }
  }
}
