package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.chart.plot.Slices.Slice;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.Optional;

/// Rings of slices: the main parts inside, and around each those that belong to it. Only the first
/// series is drawn.
final class SunburstPainter {
  private static final double SEPARATOR = 1.5;
  private static final double HOLE = 0.2;
  private static final double FULL = 360;

  private final Sketch sketch;
  private final Row row;
  private final Optional<DataLabels> shown;

  SunburstPainter(Sketch sketch, Row row) {
    this.sketch = sketch;
    this.row = row;
    this.shown = new Labels(sketch).of(row);
  }

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    Branch whole = Branch.of(row);
    double outer = Math.min(room.width(), room.height()) / 2;
    double hole = outer * HOLE;
    double ring = (outer - hole) / Math.max(1, whole.depth());
    ring(whole, 0, FULL, room, hole, ring);
  }

  private void ring(Branch whole, double start, double sweep, Box room, double inner, double ring) {
    double at = start;
    for (Branch part : whole.parts()) {
      double angle = sweep * part.size() / whole.size();
      var slice = new Slice(part.point(), at, angle, part.size() / whole.size());
      sketch.shape(
          Slices.shape(slice, room.centerX(), room.centerY(), inner, inner + ring),
          part.point() < 0 ? ShapeFormat.AUTOMATIC : row.format(part.point()),
          Optional.of(sketch.look().accent(part.top())),
          Optional.of(Look.WHITE),
          SEPARATOR);
      shown.ifPresent(says -> name(says, part, slice, room, inner, ring));
      ring(part, at, angle, room, inner + ring, ring);
      at += angle;
    }
  }

  /// Names stand level in the middle of their slice, where they fit.
  private void name(
      DataLabels says, Branch part, Slice slice, Box room, double inner, double ring) {
    String text = part.text(says, row, sketch.look());
    var lettering = sketch.look().letters(says.text(), Look.Kind.LABEL).in(Look.WHITE);
    TextBlock block = TextBlock.of(text, lettering);
    double x = slice.dx(inner + ring / 2);
    double y = slice.dy(inner + ring / 2);
    if (holds(slice, block.around(x, y), inner, inner + ring)) {
      block.write(sketch.canvas(), room.centerX() + x, room.centerY() + y);
    }
  }

  /// Whether all corners of a box lie in a slice.
  private static boolean holds(Slice slice, Box box, double inner, double outer) {
    for (double x : new double[] {box.x(), box.right()}) {
      for (double y : new double[] {box.y(), box.bottom()}) {
        double radius = Math.hypot(x, y);
        double angle = (Math.toDegrees(Math.atan2(x, -y)) + FULL) % FULL;
        if (radius < inner
            || radius > outer
            || angle < slice.start()
            || angle > slice.start() + slice.sweep()) {
          return false;
        }
      }
    }
    return true;
  }
}
