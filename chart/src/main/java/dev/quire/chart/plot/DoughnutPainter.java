package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.plot.Slices.Slice;
import java.util.List;
import java.util.Optional;

/// Rings, a series each, from the inside outwards.
final class DoughnutPainter {
  private static final double SEPARATOR = 1.5;

  private final Sketch sketch;
  private final List<Row> rows;

  DoughnutPainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.rows = rows;
  }

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    var options = rows.getFirst().plot().options();
    double outer = Math.min(room.width(), room.height()) / 2;
    double hole = outer * Math.clamp(options.holePercent(), 1, 90) / 100;
    double ring = (outer - hole) / rows.size();
    var labels = new Labels(sketch);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double inner = hole + i * ring;
      List<Slice> slices =
          Slices.of(0, row.values(), options.firstSliceDegrees(), Slices.sum(row.values()));
      for (Slice slice : slices) {
        sketch.shape(
            Slices.shape(slice, room.centerX(), room.centerY(), inner, inner + ring),
            row.format(slice.point()),
            Optional.of(sketch.look().accent(slice.point())),
            Optional.empty(),
            SEPARATOR);
      }
      for (Slice slice : slices) {
        double middle = inner + ring / 2;
        labels.writeOnShape(
            row,
            slice.point(),
            slice.part(),
            room.centerX() + slice.dx(middle),
            room.centerY() + slice.dy(middle));
      }
    }
  }
}
