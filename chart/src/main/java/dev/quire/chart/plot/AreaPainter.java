package dev.quire.chart.plot;

import dev.quire.chart.look.Look;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Areas along categories.
final class AreaPainter {
  private final Sketch sketch;
  private final Group group;
  private final Ground ground;

  AreaPainter(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
  }

  void draw(Plot plot) {
    List<Stack> stacks = group.stacks(plot);
    boolean stacked =
        plot.grouping() == Grouping.STACKED || plot.grouping() == Grouping.PERCENT_STACKED;
    for (Stack stack : stacks) {
      area(stack, stacked);
    }
    plot.options()
        .dropLines()
        .ifPresent(line -> new LinePainter(sketch, group, ground).extras(plot.options(), stacks));
  }

  private void area(Stack stack, boolean stacked) {
    Row row = stack.row();
    if (row.count() == 0) {
      return;
    }
    var trail = new Trail(ground.sideways());
    for (int point = 0; point < row.count(); point++) {
      to(trail, point, at(stack.high()[point]));
    }
    if (stacked) {
      for (int point = row.count() - 1; point >= 0; point--) {
        to(trail, point, stack.low()[point] == 0 ? ground.base() : at(stack.low()[point]));
      }
    } else {
      to(trail, row.count() - 1, ground.base());
      to(trail, 0, ground.base());
    }
    Path2D path = trail.path();
    path.closePath();
    sketch.shape(
        path,
        row.series().format(),
        Optional.of(sketch.look().accent(row.series().index())),
        Optional.empty(),
        Look.THIN);
  }

  /// A blank has no height: the area drops to its base there.
  private double at(double value) {
    return Double.isNaN(value) ? ground.base() : ground.across().at(value);
  }

  private void to(Trail trail, int point, double across) {
    double along = ground.along().at(group.slot(point));
    if (!Double.isNaN(along)) {
      trail.to(ground.x(along, across), ground.y(along, across));
    }
  }

  /// Names or values in the middle of the area below each point.
  void labels(Plot plot, Labels labels) {
    for (Stack stack : group.stacks(plot)) {
      if (labels.of(stack.row()).isPresent()) {
        for (int point = 0; point < stack.row().count(); point++) {
          double along = ground.along().at(group.slot(point));
          double low = at(stack.low()[point]);
          double middle = (low + at(stack.high()[point])) / 2;
          labels.write(
              stack.row(),
              point,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              Labels.Spot.at(ground.x(along, middle), ground.y(along, middle)));
        }
      }
    }
  }
}
