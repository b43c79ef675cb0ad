package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.DataLabels.Position;
import java.util.Optional;
import java.util.OptionalDouble;

/// Bars below one another around the same middle, with their categories at the left. Only the first
/// series is drawn.
final class FunnelPainter {
  private static final double MOST_LABEL = 0.35;
  private static final double LABEL_GAP = 8;
  private static final int MOST_BARS = 2_000;

  private final Sketch sketch;
  private final Row row;
  private final Lettering lettering;
  private final boolean named;

  FunnelPainter(Sketch sketch, Row row) {
    this.sketch = sketch;
    this.row = row;
    Optional<Axis> axis = sketch.space().axes().category();
    this.named =
        axis.map(each -> each.visible() && each.labels() != Axis.Labels.NONE).orElse(false);
    this.lettering =
        sketch.look().letters(axis.map(Axis::text).orElse(ChartText.AUTOMATIC), Look.Kind.LABEL);
  }

  void draw(Box room) {
    int count = Math.min(row.count(), MOST_BARS);
    double names = named ? Math.min(widestName(count), room.width() * MOST_LABEL) + LABEL_GAP : 0;
    Box plot = room.inset(names, 0, 0, 0);
    sketch.box(plot, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    double most = 0;
    for (int point = 0; point < count; point++) {
      most = Math.max(most, Slices.size(row.value(point)));
    }
    if (count == 0 || !(most > 0)) {
      return;
    }
    double step = plot.height() / count;
    double thickness = step * ColumnPainter.width(row.plot(), 1);
    var labels = new Labels(sketch);
    for (int point = 0; point < count; point++) {
      double width = Slices.size(row.value(point)) / most * plot.width();
      double middle = plot.y() + (point + 0.5) * step;
      var bar = new Box(plot.centerX() - width / 2, middle - thickness / 2, width, thickness);
      sketch.shape(
          Sketch.path(sketch.sharp(bar)),
          row.format(point),
          Optional.of(sketch.look().accent(row.accent(point))),
          Optional.empty(),
          Look.THIN);
      if (named && step >= lettering.lineHeight()) {
        name(point, plot.x() - LABEL_GAP, middle, names - LABEL_GAP);
      }
      labels.write(
          row,
          point,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          new Labels.Spot(bar, true, true, Position.CENTER));
    }
  }

  private double widestName(int count) {
    double widest = 0;
    for (int point = 0; point < count; point++) {
      widest = Math.max(widest, lettering.width(row.category(point)));
    }
    return widest;
  }

  private void name(int point, double right, double middle, double width) {
    String text = TextBlock.cut(row.category(point), lettering, width);
    double baseline = middle - lettering.lineHeight() / 2 + lettering.font().ascent();
    lettering.write(sketch.canvas(), text, right - lettering.width(text), baseline);
  }
}
