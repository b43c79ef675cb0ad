package dev.quire.chart.plot;

import dev.quire.chart.depth.Light;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.Skin;
import dev.quire.chart.depth.Solids;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Areas with depth: slabs that show their front, their upper edge and one end.
final class DeepAreas {
  private final Sketch sketch;
  private final Group group;
  private final DeepGround ground;
  private final Solids solids;

  DeepAreas(Sketch sketch, Group group, DeepGround ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
    this.solids = new Solids(sketch.canvas(), ground.view());
  }

  void draw(Plot plot, int firstRank) {
    List<Stack> stacks = group.stacks(plot);
    boolean behind = plot.grouping() == Grouping.STANDARD;
    for (int i = 0; i < stacks.size(); i++) {
      int at = behind ? stacks.size() - 1 - i : i;
      slab(plot, stacks.get(at), firstRank + (behind ? at : 0));
    }
    var labels = new Labels(sketch);
    for (int i = 0; i < stacks.size(); i++) {
      if (labels.of(stacks.get(i).row()).isPresent()) {
        int rank = firstRank + (behind ? i : 0);
        labels(stacks.get(i), ground.depth(rank) - ground.halfDepth(plot), labels);
      }
    }
  }

  private void slab(Plot plot, Stack stack, int rank) {
    int count = stack.high().length;
    if (count == 0) {
      return;
    }
    Skin skin = sketch.skin(stack.row(), ground.view().bounds());
    double near = ground.depth(rank) - ground.halfDepth(plot);
    double far = ground.depth(rank) + ground.halfDepth(plot);
    IntStream.range(0, count - 1)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -ground.awayAlong((along(i) + along(i + 1)) / 2)))
        .forEach(i -> upper(stack, i, near, far, skin));
    end(stack, 0, near, far, skin);
    end(stack, count - 1, near, far, skin);
    var front = new ArrayList<Point>();
    for (int i = 0; i < count; i++) {
      front.add(ground.at(along(i), high(stack, i), near));
    }
    for (int i = count - 1; i >= 0; i--) {
      front.add(ground.at(along(i), low(stack, i), near));
    }
    solids.plane(front, skin, Light.on(0, 0, -1));
  }

  /// The upper edge between two points. One that turns away lies behind the front.
  private void upper(Stack stack, int point, double near, double far, Skin skin) {
    List<Point> corners =
        List.of(
            ground.at(along(point), high(stack, point), near),
            ground.at(along(point), high(stack, point), far),
            ground.at(along(point + 1), high(stack, point + 1), far),
            ground.at(along(point + 1), high(stack, point + 1), near));
    if (solids.isSeen(corners) == along(point) < along(point + 1)) {
      double[] normal = ground.view().normal(corners.get(0), corners.get(1), corners.get(2));
      double up = normal[1] < 0 ? -1 : 1;
      solids.plane(corners, skin, Light.on(normal[0] * up, normal[1] * up, 0));
    }
  }

  private void end(Stack stack, int point, double near, double far, Skin skin) {
    boolean right = along(point) > 0.5;
    double eye = ground.view().eye().x();
    if (right ? eye > along(point) : eye < along(point)) {
      solids.plane(
          List.of(
              ground.at(along(point), low(stack, point), near),
              ground.at(along(point), high(stack, point), near),
              ground.at(along(point), high(stack, point), far),
              ground.at(along(point), low(stack, point), far)),
          skin,
          Light.on(right ? 1 : -1, 0, 0));
    }
  }

  private double along(int point) {
    double part = ground.along().at(group.slot(point));
    return Double.isNaN(part) ? 0 : Math.clamp(part, 0, 1);
  }

  /// A blank has no height: the area drops to its base there.
  private double high(Stack stack, int point) {
    double part = ground.height(stack.high()[point]);
    return Double.isNaN(part) ? ground.base() : part;
  }

  private double low(Stack stack, int point) {
    return stack.low()[point] == 0 ? ground.base() : ground.height(stack.low()[point]);
  }

  private void labels(Stack stack, double depth, Labels labels) {
    for (int point = 0; point < stack.high().length; point++) {
      double middle = (low(stack, point) + high(stack, point)) / 2;
      Point2D at = ground.view().at(ground.at(along(point), middle, depth));
      labels.write(
          stack.row(),
          point,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Labels.Spot.at(at.getX(), at.getY()));
    }
  }
}
