package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.depth.Column;
import dev.quire.chart.depth.Solids;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.BarShape;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Columns and bars with depth: boxes, cylinders, cones and pyramids.
final class DeepBars {
  private final Sketch sketch;
  private final Group group;
  private final DeepGround ground;
  private final SlotScale slots;

  DeepBars(Sketch sketch, Group group, DeepGround ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
    this.slots = (SlotScale) ground.along();
  }

  private record Bar(Stack stack, int point, Column column) {}

  /// How many series of a plot stand side by side.
  static int beside(Plot plot, Group group) {
    return plot.grouping() == Grouping.CLUSTERED ? Math.max(1, group.rows(plot).size()) : 1;
  }

  void draw(Plot plot, int firstRank) {
    List<Bar> bars = bars(plot, firstRank);
    bars.sort(
        Comparator.comparingDouble((Bar bar) -> -ground.awayInDepth(bar.column().depth()))
            .thenComparingDouble(bar -> -ground.awayAlong(bar.column().along()))
            .thenComparingDouble(bar -> -ground.awayAcross(middle(bar.column()))));
    var solids = new Solids(sketch.canvas(), ground.view());
    for (Bar bar : bars) {
      Row row = bar.stack().row();
      solids.column(
          bar.column(),
          sketch.skin(
              row.format(bar.point()),
              front(bar.column()),
              sketch.look().accent(row.accent(bar.point()))));
    }
    var labels = new Labels(sketch);
    bars.stream()
        .filter(bar -> labels.of(bar.stack().row()).isPresent())
        .forEach(bar -> label(plot, bar, labels));
  }

  private static double middle(Column column) {
    return (column.from() + column.to()) / 2;
  }

  private List<Bar> bars(Plot plot, int firstRank) {
    List<Stack> stacks = group.stacks(plot);
    int beside = beside(plot, group);
    double width = ColumnPainter.width(plot, beside);
    boolean behind = plot.grouping() == Grouping.STANDARD;
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < stacks.size(); i++) {
      Stack stack = stacks.get(i);
      double aside = ColumnPainter.middle(plot, beside > 1 ? i : 0, beside);
      int rank = firstRank + (behind ? i : 0);
      for (int point = 0; point < stack.high().length; point++) {
        double along = slots.at(group.slot(point) + aside);
        if (!Double.isNaN(stack.high()[point]) && along >= 0 && along <= 1) {
          bars.add(bar(plot, stacks, stack, point, along, width * slots.step() / 2, rank));
        }
      }
    }
    return bars;
  }

  private Bar bar(
      Plot plot,
      List<Stack> stacks,
      Stack stack,
      int point,
      double along,
      double halfWidth,
      int rank) {
    double begin = stack.low()[point] == 0 ? ground.base() : ground.height(stack.low()[point]);
    double end = ground.height(stack.high()[point]);
    double tip = tip(plot, stacks, stack, point);
    double from = Math.min(begin, end);
    double to = Math.max(begin, end);
    BarShape shape = plot.options().shape();
    return new Bar(
        stack,
        point,
        new Column(
            switch (shape) {
              case CYLINDER, CONE, CONE_TO_MAX -> true;
              case BOX, PYRAMID, PYRAMID_TO_MAX -> false;
            },
            ground.sideways(),
            along,
            ground.depth(rank),
            halfWidth,
            ground.halfDepth(plot),
            from,
            to,
            size(shape, from, tip),
            size(shape, to, tip)));
  }

  /// Where a cone or pyramid would end in a point.
  private double tip(Plot plot, List<Stack> stacks, Stack stack, int point) {
    boolean rising = stack.high()[point] >= stack.low()[point];
    return switch (plot.options().shape()) {
      case BOX, CYLINDER -> 1;
      case CONE_TO_MAX, PYRAMID_TO_MAX -> rising != ground.across().reversed() ? 1 : 0;
      case CONE, PYRAMID -> {
        double tip = stack.high()[point];
        for (Stack other : ColumnPainter.isStacked(plot) ? stacks : List.<Stack>of()) {
          double high = point < other.high().length ? other.high()[point] : tip;
          tip = rising ? Math.max(tip, high) : Math.min(tip, high);
        }
        yield ground.height(tip);
      }
    };
  }

  private double size(BarShape shape, double at, double tip) {
    return switch (shape) {
      case BOX, CYLINDER -> 1;
      case CONE, CONE_TO_MAX, PYRAMID, PYRAMID_TO_MAX ->
          tip == ground.base()
              ? 1
              : Math.clamp(Math.abs(tip - at) / Math.abs(tip - ground.base()), 0, 1);
    };
  }

  /// The rectangle that a column shows to the front.
  private Box front(Column column) {
    double depth = column.depth() - column.halfDepth();
    return ground.around(
        ground.at(column.along() - column.halfWidth(), column.from(), depth),
        ground.at(column.along() + column.halfWidth(), column.to(), depth));
  }

  private void label(Plot plot, Bar bar, Labels labels) {
    Stack stack = bar.stack();
    boolean rising = stack.high()[bar.point()] >= stack.low()[bar.point()];
    labels.write(
        stack.row(),
        bar.point(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new Labels.Spot(
            front(bar.column()),
            rising != ground.across().reversed(),
            ground.sideways(),
            ColumnPainter.isStacked(plot) ? Position.CENTER : Position.OUTSIDE_END));
  }
}
