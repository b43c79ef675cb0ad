package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.DataLabels.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Columns each of which begins where the one before ends; what grows, what falls and what is a
/// total, which begins at 0, have a colour each. Only the first series is drawn.
final class WaterfallPainter {
  /// More columns could not be told apart.
  private static final int MOST_COLUMNS = 20_000;

  private final Sketch sketch;
  private final Row row;
  private final Analysis.Waterfall waterfall;
  private final double[] from;
  private final double[] to;

  WaterfallPainter(Sketch sketch, Row row, Analysis.Waterfall waterfall) {
    this.sketch = sketch;
    this.row = row;
    this.waterfall = waterfall;
    this.from = new double[row.count()];
    this.to = new double[row.count()];
    double sum = 0;
    for (int point = 0; point < row.count(); point++) {
      double value = row.value(point);
      boolean total = waterfall.totals().contains(point);
      from[point] = total ? 0 : sum;
      double next = (total && !Double.isNaN(value) ? 0 : sum) + (Double.isNaN(value) ? 0 : value);
      // what overflows is drawn as far as numbers go
      sum = Math.clamp(next, -Double.MAX_VALUE, Double.MAX_VALUE);
      to[point] = sum;
    }
  }

  /// What a column stands for, which is also the number of its automatic colour.
  enum Change {
    INCREASE("Increase"),
    DECREASE("Decrease"),
    TOTAL("Total");

    private final String text;

    Change(String text) {
      this.text = text;
    }

    /// As the legend says it.
    String text() {
      return text;
    }

    static Change of(Row row, Analysis.Waterfall waterfall, int point) {
      if (waterfall.totals().contains(point)) {
        return TOTAL;
      }
      return row.value(point) < 0 ? DECREASE : INCREASE;
    }
  }

  void draw(Box room) {
    Row reached = row.unseen(row.data().categories(), to);
    Row begun = row.unseen(row.data().categories(), from);
    var group = new Group(List.of(reached, begun), sketch.space().axes(), false);
    Cartesian.below(sketch, group, this::columns).draw(room);
  }

  private void columns(Ground ground) {
    int count = Math.min(row.count(), MOST_COLUMNS);
    if (waterfall.connectors()) {
      sketch
          .look()
          .pen(row.series().format().line(), sketch.look().automatic(Part.LEADER_LINE), Look.THIN)
          .ifPresent(pen -> connectors(ground, count, pen));
    }
    for (int point = 0; point < count; point++) {
      if (!Double.isNaN(row.value(point))) {
        sketch.shape(
            Sketch.path(sketch.sharp(box(ground, point))),
            row.format(point),
            Optional.of(sketch.look().accent(Change.of(row, waterfall, point).ordinal())),
            Optional.empty(),
            Look.THIN);
      }
    }
    var labels = new Labels(sketch);
    for (int point = 0; point < count; point++) {
      labels.write(
          row,
          point,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          new Labels.Spot(
              box(ground, point), to[point] >= from[point], false, Position.OUTSIDE_END));
    }
  }

  private void connectors(Ground ground, int count, Pen pen) {
    for (int point = 1; point < count; point++) {
      Box before = box(ground, point - 1);
      Box after = box(ground, point);
      double y = ground.y(0, ground.across().at(to[point - 1]));
      sketch.line(before.right(), y, after.x(), y, pen);
    }
  }

  private Box box(Ground ground, int point) {
    double half = ColumnPainter.width(row.plot(), 1) / 2;
    return ground.between(
        ground.along().at(point - half),
        Math.clamp(ground.across().at(from[point]), 0, 1),
        ground.along().at(point + half),
        Math.clamp(ground.across().at(to[point]), 0, 1));
  }
}
