package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.depth.Light;
import dev.quire.chart.look.Look;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Points at x and y, joined or not, and bubbles.
final class ScatterPainter {
  private static final double WIDTH = 2.25;
  private static final double CELL = 0.5;
  private static final double LARGEST_BUBBLE = 0.25;
  private static final double LEAST_RADIUS = 1;

  private final Sketch sketch;
  private final Group group;
  private final Ground ground;

  ScatterPainter(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
  }

  void draw(Plot plot) {
    if (plot.kind() == Kind.BUBBLE) {
      bubbles(plot);
      return;
    }
    List<Row> rows = group.rows(plot);
    if (plot.options().lines()) {
      rows.forEach(this::line);
    }
    rows.forEach(this::markers);
  }

  private double[][] places(Row row) {
    double[] x = row.places();
    var places = new double[row.count()][];
    for (int i = 0; i < places.length; i++) {
      double along = group.isScatter() ? ground.along().at(x[i]) : ground.along().at(x[i] - 1);
      double across = ground.across().at(row.value(i));
      boolean drawn = !Double.isNaN(along) && !Double.isNaN(across);
      places[i] =
          drawn ? new double[] {ground.x(along, across), ground.y(along, across)} : new double[0];
    }
    return places;
  }

  private void line(Row row) {
    Optional<Pen> pen =
        sketch
            .look()
            .roundPen(
                row.series().format().line(),
                Optional.of(sketch.look().accent(row.series().index())),
                WIDTH);
    if (pen.isEmpty()) {
      return;
    }
    new Polyline(List.of(places(row)), false, row.series().smooth()).draw(sketch, pen.get());
  }

  private boolean inside(double[] place) {
    Box box = ground.box();
    return place.length > 0
        && place[0] >= box.x() - 1
        && place[0] <= box.right() + 1
        && place[1] >= box.y() - 1
        && place[1] <= box.bottom() + 1;
  }

  /// Of marks at the same half pixel one is drawn.
  private void markers(Row row) {
    if (row.series().marker().symbol() == Symbol.NONE && row.series().points().isEmpty()) {
      return;
    }
    double[][] places = places(row);
    var markers = new Markers(sketch);
    var taken = new BitSet();
    int columns = (int) (ground.box().width() / CELL) + 8;
    for (int i = 0; i < places.length; i++) {
      if (inside(places[i])) {
        int column = (int) ((places[i][0] - ground.box().x()) / CELL) + 4;
        int line = (int) ((places[i][1] - ground.box().y()) / CELL) + 4;
        int cell = line * columns + column;
        if (!taken.get(cell)) {
          taken.set(cell);
          markers.draw(row, i, places[i][0], places[i][1]);
        }
      }
    }
  }

  private double radius(Plot plot, double size, double largest) {
    double most =
        Math.min(ground.box().width(), ground.box().height())
            * LARGEST_BUBBLE
            / 2
            * Math.clamp(plot.options().bubblePercent(), 0, 300)
            / 100;
    double part = Math.abs(size) / largest;
    double radius = most * (plot.options().bubblesByWidth() ? part : Math.sqrt(part));
    return Math.max(LEAST_RADIUS, radius);
  }

  private double largest(Plot plot) {
    double largest =
        group.rows(plot).stream()
            .flatMapToDouble(row -> Arrays.stream(row.sizes()))
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return largest == 0 ? 1 : largest;
  }

  /// Large bubbles first, so that small ones are seen.
  private void bubbles(Plot plot) {
    double largest = largest(plot);
    for (Row row : group.rows(plot)) {
      double[][] places = places(row);
      double[] sizes = row.sizes();
      IntStream.range(0, places.length)
          .boxed()
          .filter(i -> inside(places[i]) && sizes[i] > 0)
          .sorted(Comparator.comparingDouble(i -> -sizes[i]))
          .limit(20_000)
          .forEach(i -> bubble(row, i, places[i], radius(plot, sizes[i], largest)));
    }
  }

  private void bubble(Row row, int point, double[] at, double radius) {
    var circle =
        new Path2D.Double(
            new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius));
    int color = sketch.look().accent(row.accent(point));
    ShapeFormat format = row.format(point);
    if (row.plot().options().threeD()) {
      var box = new Box(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
      sketch
          .look()
          .fill(format.fill(), box, Optional.of(color))
          .ifPresent(
              paint -> sketch.canvas().fill(circle, Light.ball(paint, at[0], at[1], radius)));
      format = new ShapeFormat(Fill.NONE, format.line());
    }
    sketch.shape(circle, format, Optional.of(color), Optional.empty(), Look.THIN);
  }

  void labels(Plot plot, Labels labels) {
    double largest = plot.kind() == Kind.BUBBLE ? largest(plot) : 1;
    for (Row row : group.rows(plot)) {
      if (labels.of(row).isEmpty()) {
        continue;
      }
      double[][] places = places(row);
      double[] sizes = row.sizes();
      for (int i = 0; i < places.length; i++) {
        if (inside(places[i])) {
          double reach =
              plot.kind() == Kind.BUBBLE
                  ? Double.isNaN(sizes[i]) ? 0 : radius(plot, sizes[i], largest)
                  : Markers.reach(row, i);
          var around = new Box(places[i][0] - reach, places[i][1] - reach, 2 * reach, 2 * reach);
          labels.write(
              row,
              i,
              OptionalDouble.empty(),
              OptionalDouble.of(sizes[i]),
              new Labels.Spot(around, true, false, Position.RIGHT));
        }
      }
    }
  }
}
