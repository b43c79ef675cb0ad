package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.depth.Light;
import dev.quire.chart.look.Look;
import dev.quire.chart.plot.Slices.Slice;
import dev.quire.workbook.chart.Scene;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A pie seen aslant: its upper side, its edge, and where slices stand apart the sides at which
/// they are cut.
final class DeepPie {
  private static final double SEPARATOR = 1.5;
  private static final double THICKNESS = 0.26;
  private static final double EDGE_LIGHT = 0.78;
  private static final double LEAST_TILT = 10;
  private static final int STOPS = 16;

  private final Sketch sketch;
  private final Scene scene;
  private final Row row;

  DeepPie(Sketch sketch, Scene scene, List<Row> rows) {
    this.sketch = sketch;
    this.scene = scene;
    this.row = rows.getFirst();
  }

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    var texts = new PieLabels(sketch, row);
    PiePlace place = place(texts.without(room));
    List<Slice> slices = Slices.of(0, row.values(), scene.turnDegrees(), Slices.sum(row.values()));
    slices.stream()
        .sorted(Comparator.comparingDouble(slice -> slice.dy(1)))
        .forEach(slice -> sides(slice, moved(slice, place)));
    for (Slice slice : slices) {
      paint(slice)
          .ifPresent(paint -> sketch.canvas().fill(upper(slice, moved(slice, place)), paint));
    }
    for (Slice slice : slices) {
      edge(slice).ifPresent(pen -> sketch.canvas().stroke(upper(slice, moved(slice, place)), pen));
    }
    texts.texts(slices, place, room);
  }

  private PiePlace place(Box room) {
    double tilt = Math.toRadians(Math.clamp(Math.abs(scene.tiltDegrees()), LEAST_TILT, 90));
    double squash = Math.sin(tilt);
    double thick = THICKNESS * Math.cos(tilt) * Math.min(scene.depthPercent(), 300) / 100;
    double apart = 1 + row.mostExplosion();
    double radius =
        Math.min(room.width() / 2 / apart, room.height() / (2 * squash * apart + thick));
    return new PiePlace(
        room.centerX(), room.centerY() - thick * radius / 2, radius, squash, thick * radius);
  }

  private PiePlace moved(Slice slice, PiePlace place) {
    double out = row.explosion(slice.point()) * place.radius();
    return new PiePlace(
        place.x(slice, out), place.y(slice, out), place.radius(), place.squash(), place.rim());
  }

  private Optional<Paint> paint(Slice slice) {
    int point = slice.point();
    int accent = row.plot().variesColors() ? point : row.series().index();
    return sketch
        .look()
        .fill(
            row.format(point).fill(),
            new Box(0, 0, 1, 1),
            Optional.of(sketch.look().accent(accent)));
  }

  private Optional<Pen> edge(Slice slice) {
    return sketch.look().roundPen(row.format(slice.point()).line(), Optional.empty(), SEPARATOR);
  }

  private static Path2D upper(Slice slice, PiePlace place) {
    var seen = AffineTransform.getTranslateInstance(place.centerX(), place.centerY());
    seen.scale(1, place.squash());
    Path2D shape = Slices.shape(slice, 0, 0, 0, place.radius());
    shape.transform(seen);
    return shape;
  }

  private void sides(Slice slice, PiePlace place) {
    Optional<Paint> paint = paint(slice);
    if (paint.isEmpty()) {
      return;
    }
    double end = slice.start() + slice.sweep();
    if (row.mostExplosion() > 0 && slice.sweep() < 359.99) {
      cut(slice.start(), -1, place, paint.get());
      cut(end, 1, place, paint.get());
    }
    for (double[] front : fronts(slice)) {
      Path2D wall = wall(front[0], front[1], place);
      sketch.canvas().fill(wall, around(paint.get(), place));
      edge(slice).ifPresent(pen -> sketch.canvas().stroke(wall, pen));
    }
  }

  /// The parts of a slice's edge that turn to the viewer, in degrees.
  private static List<double[]> fronts(Slice slice) {
    double start = slice.start() - Math.floor(slice.start() / 360) * 360;
    var fronts = new ArrayList<double[]>();
    for (int turn = 0; turn <= 360; turn += 360) {
      double from = Math.max(start, 90 + turn);
      double to = Math.min(start + slice.sweep(), 270 + turn);
      if (from < to) {
        fronts.add(new double[] {from, to});
      }
    }
    return fronts;
  }

  private static Path2D wall(double from, double to, PiePlace place) {
    double r = place.radius();
    double high = r * place.squash();
    double x = place.centerX() - r;
    double y = place.centerY() - high;
    var path =
        new Path2D.Double(
            new Arc2D.Double(x, y, 2 * r, 2 * high, 90 - from, from - to, Arc2D.OPEN));
    path.append(
        new Arc2D.Double(x, y + place.rim(), 2 * r, 2 * high, 90 - to, to - from, Arc2D.OPEN),
        true);
    path.closePath();
    return path;
  }

  /// The edge is round: it turns away from the light at both ends.
  private static Paint around(Paint paint, PiePlace place) {
    if (!(paint instanceof Paint.Solid(int argb))) {
      return Light.shaded(paint, EDGE_LIGHT);
    }
    var stops = new ArrayList<Paint.Stop>();
    for (int i = 0; i <= STOPS; i++) {
      double at = (double) i / STOPS;
      double x = 2 * at - 1;
      double light = EDGE_LIGHT * Light.on(x, 0, -Math.sqrt(Math.max(0, 1 - x * x)));
      stops.add(new Paint.Stop(at, Look.color(Light.shaded(new Paint.Solid(argb), light))));
    }
    return new Paint.Blend(
        stops, place.centerX() - place.radius(), 0, place.centerX() + place.radius(), 0);
  }

  /// The side at which a slice is cut off from the one before (-1) or after it (1).
  private void cut(double degrees, int side, PiePlace place, Paint paint) {
    double angle = Math.toRadians(degrees);
    double right = side * Math.cos(angle);
    double nearer = side * Math.sin(angle);
    if (nearer <= 0) {
      return;
    }
    double x = place.centerX() + Math.sin(angle) * place.radius();
    double y = place.centerY() - Math.cos(angle) * place.radius() * place.squash();
    var path = new Path2D.Double();
    path.moveTo(place.centerX(), place.centerY());
    path.lineTo(x, y);
    path.lineTo(x, y + place.rim());
    path.lineTo(place.centerX(), place.centerY() + place.rim());
    path.closePath();
    sketch.canvas().fill(path, Light.shaded(paint, EDGE_LIGHT * Light.on(right, 0, -nearer)));
  }
}
