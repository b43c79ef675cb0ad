package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.chart.plot.Slices.Slice;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series.PointFormat;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Pies, and pies with a second one for small slices. Only the first series is drawn.
final class PiePainter {
  private static final double SEPARATOR = 1.5;
  private static final double LABEL_RADIUS = 0.65;
  private static final double LABEL_GAP = 6;
  private static final double SECOND_SIZE = 0.75;
  private static final double THINNEST = 0.02;

  private final Sketch sketch;
  private final Row row;
  private final Labels labels;

  PiePainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.row = rows.getFirst();
    this.labels = new Labels(sketch);
  }

  /// A pie in its place.
  private record Place(double x, double y, double radius) {}

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    Box inner = withoutLabels(room);
    if (row.plot().kind() == Kind.PIE || row.count() < 3) {
      double radius = Math.min(inner.width(), inner.height()) / 2 / (1 + mostExplosion() / 100.0);
      var place = new Place(room.centerX(), room.centerY(), radius);
      double start = row.plot().options().firstSliceDegrees();
      List<Slice> slices = Slices.of(0, row.values(), start, Slices.sum(row.values()));
      pie(slices, place);
      texts(slices, place, room);
    } else {
      double width = Math.min(inner.width(), inner.height() * 2);
      var centered = new Box(inner.centerX() - width / 2, inner.y(), width, inner.height());
      twoPies(centered, room);
    }
  }

  private int explosion(int point) {
    return Math.clamp(
        row.point(point)
            .flatMap(PointFormat::explosionPercent)
            .orElse(row.series().explosionPercent()),
        0,
        400);
  }

  private int mostExplosion() {
    int most = Math.clamp(row.series().explosionPercent(), 0, 400);
    for (PointFormat point : row.series().points().values()) {
      most = Math.max(most, Math.clamp(point.explosionPercent().orElse(0), 0, 400));
    }
    return most;
  }

  /// All separators lie on top of all slices, or they would be thinner on one side.
  private void pie(List<Slice> slices, Place place) {
    for (Slice slice : slices) {
      fill(slice.point(), shape(slice, place));
    }
    for (Slice slice : slices) {
      outline(slice.point(), slices.size(), shape(slice, place));
    }
  }

  private Path2D shape(Slice slice, Place place) {
    double out = explosion(slice.point()) / 100.0 * place.radius();
    return Slices.shape(
        slice, place.x() + slice.dx(out), place.y() + slice.dy(out), 0, place.radius());
  }

  private void fill(int point, Path2D shape) {
    sketch.shape(
        shape,
        new ShapeFormat(format(point).fill(), Line.NONE),
        Optional.of(sketch.look().accent(color(point))),
        Optional.empty(),
        0);
  }

  private void outline(int point, int count, Path2D shape) {
    sketch
        .look()
        .roundPen(
            format(point).line(), count > 1 ? Optional.of(Look.WHITE) : Optional.empty(), SEPARATOR)
        .ifPresent(pen -> sketch.canvas().stroke(shape, pen));
  }

  /// The slice that stands for the second pie is no point of the series.
  private ShapeFormat format(int point) {
    return point >= row.count() ? row.series().format() : row.format(point);
  }

  private int color(int point) {
    return row.plot().variesColors() ? point : row.series().index();
  }

  /// Labels outside need room around the pie.
  private Box withoutLabels(Box room) {
    Optional<DataLabels> shown = labels.of(row);
    boolean outside =
        shown.flatMap(DataLabels::position).filter(p -> p == Position.OUTSIDE_END).isPresent();
    if (!outside) {
      boolean someOut =
          shown.isPresent()
              && shown.get().position().orElse(Position.BEST_FIT) == Position.BEST_FIT;
      double margin = someOut ? outside(shown.get(), Math.min(room.width(), room.height()) / 2) : 0;
      return room.inset(margin, margin, margin, margin);
    }
    double wide = 0;
    double high = 0;
    for (int i = 0; i < Math.min(row.count(), 200); i++) {
      Optional<TextBlock> block =
          labels.block(shown.get(), row, i, OptionalDouble.of(0.5), OptionalDouble.empty());
      wide = Math.max(wide, block.map(TextBlock::width).orElse(0.0));
      high = Math.max(high, block.map(TextBlock::height).orElse(0.0));
    }
    double sides = Math.min(wide + LABEL_GAP, room.width() * 0.3);
    double ends = Math.min(high + LABEL_GAP, room.height() * 0.25);
    return room.inset(sides, ends, sides, ends);
  }

  /// Room for labels of slices that are too small for them.
  private double outside(DataLabels shown, double radius) {
    double most = 0;
    for (Slice slice : Slices.of(0, row.values(), 0, Slices.sum(row.values()))) {
      Optional<TextBlock> block =
          labels.block(
              shown, row, slice.point(), OptionalDouble.of(slice.part()), OptionalDouble.empty());
      if (block.isPresent() && !fits(slice, block.get(), radius)) {
        most = Math.max(most, block.get().height() + LABEL_GAP);
      }
    }
    return Math.min(most, radius / 2);
  }

  private void texts(List<Slice> slices, Place place, Box room) {
    Optional<DataLabels> shown = labels.of(row);
    if (shown.isEmpty()) {
      return;
    }
    var taken = new ArrayList<Box>();
    for (Slice slice : slices) {
      labels
          .block(
              shown.get(),
              row,
              slice.point(),
              OptionalDouble.of(slice.part()),
              OptionalDouble.empty())
          .ifPresent(block -> text(shown.get(), slice, block, place, room, taken));
    }
  }

  private void text(
      DataLabels shown, Slice slice, TextBlock block, Place place, Box room, List<Box> taken) {
    double out = explosion(slice.point()) / 100.0 * place.radius();
    Position position = shown.position().orElse(Position.BEST_FIT);
    boolean fits = fits(slice, block, place.radius());
    boolean outside = position == Position.OUTSIDE_END || position == Position.BEST_FIT && !fits;
    if (!outside) {
      double at =
          switch (position) {
            case INSIDE_END -> place.radius() - reach(slice, block) - 3;
            case CENTER -> place.radius() / 2;
            default -> place.radius() * LABEL_RADIUS;
          };
      double distance = out + at;
      labels.write(
          shown,
          row,
          slice.point(),
          block,
          place.x() + slice.dx(distance),
          place.y() + slice.dy(distance),
          true);
      return;
    }
    Box box = free(slice, block, place, out, room, taken);
    taken.add(box);
    double near = out + place.radius() + LABEL_GAP + reach(slice, block);
    boolean moved =
        Math.hypot(
                box.centerX() - place.x() - slice.dx(near),
                box.centerY() - place.y() - slice.dy(near))
            > block.height() * 0.75;
    if (moved && shown.leaderLines()) {
      leader(slice, place, out, box);
    }
    labels.write(shown, row, slice.point(), block, box.centerX(), box.centerY(), false);
  }

  private void leader(Slice slice, Place place, double out, Box box) {
    double from = out + place.radius();
    double x = place.x() + slice.dx(from);
    double y = place.y() + slice.dy(from);
    double toX = Math.clamp(x, box.x() - 1, box.right() + 1);
    double toY = Math.clamp(y, box.y(), box.bottom());
    var line = new Line2D.Double(x, y, toX, toY);
    sketch.canvas().stroke(new Path2D.Double(line), Pen.solid(Look.STRONG_GRID, Look.POINT * 0.75));
  }

  /// The nearest place around the pie where nothing stands yet: further along its edge, then
  /// further out.
  private static Box free(
      Slice slice, TextBlock block, Place place, double out, Box room, List<Box> taken) {
    Box first = null;
    for (int ring = 0; ring < 3; ring++) {
      for (int step = 0; step < 24; step++) {
        double turn = (step + 1) / 2 * 3.0 * (step % 2 == 0 ? -1 : 1);
        var at = new Slice(slice.point(), slice.start() + turn, slice.sweep(), slice.part());
        double distance =
            out + place.radius() + LABEL_GAP + reach(at, block) + ring * block.height() / 2;
        Box box = block.around(place.x() + at.dx(distance), place.y() + at.dy(distance));
        first = first == null ? box : first;
        boolean inside =
            box.x() >= room.x() - 4
                && box.right() <= room.right() + 4
                && box.y() >= room.y() - 4
                && box.bottom() <= room.bottom() + 4;
        if (inside && taken.stream().noneMatch(box::meets)) {
          return box;
        }
      }
    }
    return first == null ? block.around(place.x(), place.y()) : first;
  }

  /// How far a text reaches from its middle towards the middle of the pie.
  private static double reach(Slice slice, TextBlock block) {
    return Math.abs(slice.dx(1)) * block.width() / 2 + Math.abs(slice.dy(1)) * block.height() / 2;
  }

  private static boolean fits(Slice slice, TextBlock block, double radius) {
    double chord =
        2 * radius * LABEL_RADIUS * Math.sin(Math.toRadians(Math.min(slice.sweep(), 180) / 2));
    double across = Math.abs(slice.dy(1)) * block.width() + Math.abs(slice.dx(1)) * block.height();
    return chord > across * 1.15 && reach(slice, block) < radius * (1 - LABEL_RADIUS);
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
    var place = new Place(box.x() + radius, box.centerY(), radius);
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
    texts(slices, place, room);
    if (bar) {
      bar(first, rest, new Box(secondX - small / 2, place.y() - small, small, 2 * small), whole);
    } else {
      var other = new Place(secondX, place.y(), small);
      List<Slice> others = Slices.of(first, rest, 0, whole);
      pie(others, other);
      texts(others, other, room);
    }
  }

  private void connections(Place place, double common, double x, boolean bar, double small) {
    double half = Math.toRadians(common / 2);
    Pen pen = Pen.solid(Look.STRONG_GRID, Look.POINT * 0.75);
    for (int side : new int[] {-1, 1}) {
      var line =
          new Line2D.Double(
              place.x() + Math.cos(half) * place.radius(),
              place.y() + side * Math.sin(half) * place.radius(),
              x,
              place.y() + side * small);
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
      outline(first + i, values.length, Sketch.path(part));
      int point = first + i;
      labels
          .of(row)
          .ifPresent(shown ->
              labels
                  .block(
                      shown,
                      row,
                      point,
                      OptionalDouble.of(Slices.size(row.value(point)) / whole),
                      OptionalDouble.empty())
                  .ifPresent(block ->
                      labels.write(
                          shown, row, point, block, part.centerX(), part.centerY(), true)));
      y += height;
    }
  }
}
