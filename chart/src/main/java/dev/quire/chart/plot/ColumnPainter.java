package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Look;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Columns and bars.
final class ColumnPainter {
  private static final double NARROW = 0.5;

  private final Sketch sketch;
  private final Group group;
  private final Ground ground;
  private final SlotScale slots;

  ColumnPainter(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
    this.slots = (SlotScale) ground.along();
  }

  void draw(Plot plot) {
    List<Stack> stacks = group.stacks(plot);
    for (int i = 0; i < stacks.size(); i++) {
      columns(plot, stacks.get(i), i, stacks.size());
    }
  }

  void labels(Plot plot, Labels labels) {
    List<Stack> stacks = group.stacks(plot);
    for (int i = 0; i < stacks.size(); i++) {
      Stack stack = stacks.get(i);
      if (labels.of(stack.row()).isPresent()) {
        for (int point = 0; point < stack.high().length; point++) {
          label(plot, stack, point, i, stacks.size(), labels);
        }
      }
    }
  }

  private void label(Plot plot, Stack stack, int point, int order, int count, Labels labels) {
    if (Double.isNaN(stack.high()[point])) {
      return;
    }
    boolean rising = stack.high()[point] >= stack.low()[point] != ground.across().reversed();
    Position usual = isStacked(plot) ? Position.CENTER : Position.OUTSIDE_END;
    Box box = box(plot, stack, point, order, count);
    if (!outside(box)) {
      labels.write(
          stack.row(),
          point,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          new Labels.Spot(box, rising, ground.sideways(), usual));
    }
  }

  private boolean outside(Box box) {
    Box plot = ground.box();
    return box.right() < plot.x() - 1
        || box.x() > plot.right() + 1
        || box.bottom() < plot.y() - 1
        || box.y() > plot.bottom() + 1;
  }

  static boolean isStacked(Plot plot) {
    return plot.grouping() == Grouping.STACKED || plot.grouping() == Grouping.PERCENT_STACKED;
  }

  private void columns(Plot plot, Stack stack, int order, int count) {
    if (slots.step() * ground.length() < NARROW) {
      crowd(plot, stack, order, count);
      return;
    }
    for (int point = 0; point < stack.high().length; point++) {
      if (!Double.isNaN(stack.high()[point])) {
        Box box = sketch.sharp(box(plot, stack, point, order, count));
        if (box.meets(ground.box())) {
          sketch.shape(
              Sketch.path(box),
              stack.row().format(point),
              Optional.of(sketch.look().accent(stack.row().accent(point))),
              Optional.empty(),
              Look.THIN);
        }
      }
    }
  }

  /// Many columns on each pixel: their union is drawn, once for each half of a pixel.
  private void crowd(Plot plot, Stack stack, int order, int count) {
    Box pending = new Box(0, 0, 0, 0);
    for (int point = 0; point < stack.high().length; point++) {
      if (Double.isNaN(stack.high()[point])) {
        continue;
      }
      Box box = box(plot, stack, point, order, count);
      if (pending.isEmpty()) {
        pending = box;
        continue;
      }
      var both =
          Box.between(
              Math.min(pending.x(), box.x()),
              Math.min(pending.y(), box.y()),
              Math.max(pending.right(), box.right()),
              Math.max(pending.bottom(), box.bottom()));
      if ((ground.sideways() ? both.height() : both.width()) > NARROW) {
        fill(stack, pending);
        pending = box;
      } else {
        pending = both;
      }
    }
    fill(stack, pending);
  }

  private void fill(Stack stack, Box box) {
    if (!box.isEmpty()) {
      sketch.fill(
          box,
          stack.row().series().format().fill(),
          Optional.of(sketch.look().accent(stack.row().series().index())));
    }
  }

  /// The rectangle of a point.
  private Box box(Plot plot, Stack stack, int point, int order, int count) {
    double width = width(plot, count);
    double begin = middle(plot, order, count) - width / 2;
    double slot = group.slot(point);
    double from = slots.at(slot + begin);
    double to = slots.at(slot + begin + width);
    double low =
        isStacked(plot) && stack.low()[point] != 0
            ? ground.across().at(stack.low()[point])
            : ground.base();
    return ground.between(
        from, Math.clamp(low, 0, 1), to, Math.clamp(ground.across().at(stack.high()[point]), 0, 1));
  }

  /// Width of a column, in slots.
  static double width(Plot plot, int count) {
    double gap = Math.clamp(plot.options().gapPercent(), 0, 500) / 100.0;
    return 1 / (count - (count - 1) * overlap(plot) + gap);
  }

  /// Where the middle of a column stands, in slots from the middle of its category.
  static double middle(Plot plot, int order, int count) {
    return width(plot, count) * (order - (count - 1) / 2.0) * (1 - overlap(plot));
  }

  private static double overlap(Plot plot) {
    int percent = plot.options().overlapPercent();
    // Stacked series share one place unless their overlap says otherwise; files say 100.
    return isStacked(plot) && percent == 0 ? 1 : Math.clamp(percent, -100, 100) / 100.0;
  }
}
