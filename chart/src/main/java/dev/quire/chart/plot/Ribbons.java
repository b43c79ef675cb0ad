package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.depth.Light;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.Skin;
import dev.quire.chart.depth.Solids;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Lines with depth.
final class Ribbons {
  private static final double UNDERSIDE = 0.75;

  private final Sketch sketch;
  private final Group group;
  private final DeepGround ground;
  private final Solids solids;

  Ribbons(Sketch sketch, Group group, DeepGround ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
    this.solids = new Solids(sketch.canvas(), ground.view());
  }

  /// A piece of ribbon from one point to another.
  private record Piece(double along0, double across0, double along1, double across1) {
    double middle() {
      return (along0 + along1) / 2;
    }
  }

  void draw(Plot plot, int firstRank) {
    List<Stack> stacks = group.stacks(plot);
    boolean behind = plot.grouping() == Grouping.STANDARD;
    for (int i = stacks.size() - 1; i >= 0; i--) {
      ribbon(plot, stacks.get(i), firstRank + (behind ? i : 0));
    }
    var labels = new Labels(sketch);
    for (int i = 0; i < stacks.size(); i++) {
      if (labels.of(stacks.get(i).row()).isPresent()) {
        labels(stacks.get(i), ground.depth(firstRank + (behind ? i : 0)), labels);
      }
    }
  }

  private void ribbon(Plot plot, Stack stack, int rank) {
    Skin skin = sketch.skin(stack.row(), ground.view().bounds());
    double near = ground.depth(rank) - ground.halfDepth(plot);
    double far = ground.depth(rank) + ground.halfDepth(plot);
    List<Piece> pieces = pieces(stack);
    pieces.sort(Comparator.comparingDouble(piece -> -ground.awayAlong(piece.middle())));
    for (Piece piece : pieces) {
      List<Point> corners =
          List.of(
              ground.at(piece.along0(), piece.across0(), near),
              ground.at(piece.along0(), piece.across0(), far),
              ground.at(piece.along1(), piece.across1(), far),
              ground.at(piece.along1(), piece.across1(), near));
      double[] normal = ground.view().normal(corners.get(0), corners.get(1), corners.get(2));
      double up = Math.signum(normal[1]);
      double light = Light.on(normal[0] * up, normal[1] * up, normal[2] * up);
      boolean above = solids.isSeen(corners) == piece.along1() > piece.along0();
      solids.plane(corners, skin, above ? light : light * UNDERSIDE);
    }
  }

  private List<Piece> pieces(Stack stack) {
    var pieces = new ArrayList<Piece>();
    int before = -1;
    for (int point = 0; point < stack.high().length; point++) {
      double across = ground.height(stack.high()[point]);
      if (Double.isNaN(across)) {
        before = sketch.space().blanks() == Blanks.SPAN ? before : -1;
        continue;
      }
      if (before >= 0) {
        double from = ground.along().at(group.slot(before));
        double to = ground.along().at(group.slot(point));
        pieces.add(new Piece(from, ground.height(stack.high()[before]), to, across));
      }
      before = point;
    }
    return pieces;
  }

  private void labels(Stack stack, double depth, Labels labels) {
    for (int point = 0; point < stack.high().length; point++) {
      double across = ground.height(stack.high()[point]);
      if (!Double.isNaN(across)) {
        Point2D at =
            ground.view().at(ground.at(ground.along().at(group.slot(point)), across, depth));
        labels.write(
            stack.row(),
            point,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new Labels.Spot(new Box(at.getX(), at.getY(), 0, 0), true, false, Position.RIGHT));
      }
    }
  }
}
