package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Lines along categories, and what may hang on them: drop lines, high-low lines, up and down bars.
final class LinePainter {
  private static final double WIDTH = 2.25;
  private static final int MOST_MARKERS = 20_000;

  private final Sketch sketch;
  private final Group group;
  private final Ground ground;

  LinePainter(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
  }

  void draw(Plot plot) {
    List<Stack> stacks = group.stacks(plot);
    extras(plot.options(), stacks);
    for (Stack stack : stacks) {
      line(stack);
    }
    for (Stack stack : stacks) {
      markers(stack);
    }
  }

  /// What connects the series of a category.
  void extras(Plot.Options options, List<Stack> stacks) {
    int count = group.count();
    options
        .dropLines()
        .flatMap(line -> sketch.thin(line, Part.DROP_LINE))
        .ifPresent(pen -> verticals(stacks, count, pen, true));
    options
        .hiLowLines()
        .flatMap(line -> sketch.thin(line, Part.RANGE_LINE))
        .ifPresent(pen -> verticals(stacks, count, pen, false));
    if (stacks.size() > 1 && (options.upBars().isPresent() || options.downBars().isPresent())) {
      bars(options, stacks, count);
    }
  }

  private void verticals(List<Stack> stacks, int count, Pen pen, boolean toBase) {
    for (int point = 0; point < Math.min(count, MOST_MARKERS); point++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Stack stack : stacks) {
        double value = point < stack.high().length ? stack.high()[point] : Double.NaN;
        if (!Double.isNaN(value)) {
          low = Math.min(low, ground.across().at(value));
          high = Math.max(high, ground.across().at(value));
        }
      }
      if (low <= high) {
        double along = ground.along().at(group.slot(point));
        double from = toBase ? Math.min(ground.base(), low) : low;
        double to = toBase ? Math.max(ground.base(), high) : high;
        sketch.line(
            ground.x(along, from),
            ground.y(along, from),
            ground.x(along, to),
            ground.y(along, to),
            pen);
      }
    }
  }

  private void bars(Plot.Options options, List<Stack> stacks, int count) {
    double[] first = stacks.getFirst().high();
    double[] last = stacks.getLast().high();
    double half = 0.5 / (1 + Math.clamp(options.upDownGapPercent(), 0, 500) / 100.0);
    for (int point = 0; point < Math.min(count, MOST_MARKERS); point++) {
      if (point >= first.length
          || point >= last.length
          || Double.isNaN(first[point] + last[point])) {
        continue;
      }
      boolean up = last[point] >= first[point];
      Optional<ShapeFormat> format = up ? options.upBars() : options.downBars();
      double slot = group.slot(point);
      Box box =
          ground.between(
              ground.along().at(slot - half),
              ground.across().at(first[point]),
              ground.along().at(slot + half),
              ground.across().at(last[point]));
      format.ifPresent(shape ->
          sketch.box(
              sketch.sharp(box),
              shape,
              sketch.look().automatic(up ? Part.UP_BAR : Part.DOWN_BAR),
              sketch.look().automatic(Part.UP_DOWN_EDGE)));
    }
  }

  void line(Stack stack) {
    Row row = stack.row();
    Optional<Pen> pen =
        sketch
            .look()
            .roundPen(
                row.series().format().line(),
                row.plot().kind() == Kind.STOCK
                    ? Optional.empty()
                    : Optional.of(sketch.look().accent(row.series().index())),
                WIDTH);
    if (pen.isEmpty()) {
      return;
    }
    boolean whole = row.series().points().values().stream().allMatch(LinePainter::sameLine);
    if (whole || row.series().smooth()) {
      new Polyline(places(stack), ground.sideways(), row.series().smooth()).draw(sketch, pen.get());
    } else {
      segments(stack, pen.get());
    }
  }

  private static boolean sameLine(Series.PointFormat point) {
    return point.format().line().equals(Line.AUTOMATIC);
  }

  /// Points may have pieces of line of their own, which end at them.
  private void segments(Stack stack, Pen usual) {
    int before = -1;
    for (int point = 0; point < stack.row().count(); point++) {
      if (Double.isNaN(stack.high()[point])) {
        before = sketch.space().blanks() == Blanks.SPAN ? before : -1;
        continue;
      }
      if (before >= 0) {
        var trail = new Trail(ground.sideways());
        trail.to(x(stack, before), y(stack, before));
        trail.to(x(stack, point), y(stack, point));
        sketch
            .look()
            .roundPen(
                stack.row().format(point).line(), Optional.of(Look.color(usual.paint())), WIDTH)
            .ifPresent(pen -> sketch.canvas().stroke(trail.path(), pen));
      }
      before = point;
    }
  }

  private List<double[]> places(Stack stack) {
    var places = new ArrayList<double[]>(stack.row().count());
    for (int point = 0; point < stack.row().count(); point++) {
      boolean drawn = !Double.isNaN(stack.high()[point]);
      places.add(drawn ? new double[] {x(stack, point), y(stack, point)} : new double[0]);
    }
    return places;
  }

  void markers(Stack stack) {
    Row row = stack.row();
    boolean none = row.series().marker().symbol() == Symbol.NONE && row.series().points().isEmpty();
    if (none || row.count() > MOST_MARKERS) {
      return;
    }
    var markers = new Markers(sketch);
    for (int point = 0; point < row.count(); point++) {
      if (inside(stack, point)) {
        markers.draw(row, point, x(stack, point), y(stack, point));
      }
    }
  }

  private boolean inside(Stack stack, int point) {
    double across = ground.across().at(stack.high()[point]);
    double along = ground.along().at(group.slot(point));
    return across >= -1e-9 && across <= 1 + 1e-9 && along >= -1e-9 && along <= 1 + 1e-9;
  }

  void labels(Plot plot, Labels labels) {
    for (Stack stack : group.stacks(plot)) {
      if (labels.of(stack.row()).isPresent()) {
        for (int point = 0; point < stack.row().count(); point++) {
          if (inside(stack, point)) {
            label(stack, point, labels);
          }
        }
      }
    }
  }

  private void label(Stack stack, int point, Labels labels) {
    double reach = Markers.reach(stack.row(), point);
    var around = new Box(x(stack, point) - reach, y(stack, point) - reach, 2 * reach, 2 * reach);
    labels.write(
        stack.row(),
        point,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new Labels.Spot(around, true, false, Position.RIGHT));
  }

  private double x(Stack stack, int point) {
    return ground.x(ground.along().at(group.slot(point)), ground.across().at(stack.high()[point]));
  }

  private double y(Stack stack, int point) {
    return ground.y(ground.along().at(group.slot(point)), ground.across().at(stack.high()[point]));
  }
}
