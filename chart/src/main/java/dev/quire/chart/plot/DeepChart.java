package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.View;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Scene;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/// Charts with axes and depth: walls, and columns, ribbons or areas between them.
final class DeepChart {
  private static final double USUAL_GAP = 2.5;
  private static final double THINNEST = 0.02;
  private static final double DEEPEST = 2;

  private final Sketch sketch;
  private final Scene scene;
  private final Group group;

  DeepChart(Sketch sketch, Scene scene, List<Row> rows) {
    this.sketch = sketch;
    this.scene = scene;
    this.group = new Group(rows, sketch.space().axes(), false);
  }

  /// Draws the chart.
  ///
  /// @param outer all the room that there is, labels and titles of axes included
  void draw(Box outer) {
    DeepGround ground = new Room(sketch, scene, group, this::ground, names()).draw(outer);
    List<Plot> plots = group.plots();
    int last = ground.ranks();
    for (Plot each : plots.reversed()) {
      last -= ranks(each);
      plot(each, ground, last);
    }
  }

  private void plot(Plot plot, DeepGround ground, int firstRank) {
    switch (plot.kind()) {
      case COLUMN, BAR -> new DeepBars(sketch, group, ground).draw(plot, firstRank);
      case LINE -> new Ribbons(sketch, group, ground).draw(plot, firstRank);
      default -> new DeepAreas(sketch, group, ground).draw(plot, firstRank);
    }
  }

  /// Only series that stand behind one another by themselves need a place in depth.
  private int ranks(Plot plot) {
    return plot.grouping() == Grouping.STANDARD ? group.rows(plot).size() : 1;
  }

  /// Names along the series axis, from the front.
  private List<AxisLabels.Label> names() {
    int all = allRanks();
    int at = 0;
    var names = new ArrayList<AxisLabels.Label>();
    for (Plot plot : group.plots()) {
      if (plot.grouping() == Grouping.STANDARD) {
        for (Row row : group.rows(plot)) {
          names.add(new AxisLabels.Label((at++ + 0.5) / all, row.name()));
        }
      } else {
        at++;
      }
    }
    return names;
  }

  private int allRanks() {
    return Math.max(1, group.plots().stream().mapToInt(this::ranks).sum());
  }

  private DeepGround ground(Box plot) {
    boolean sideways = group.isSideways();
    int ranks = allRanks();
    double depth = depth(ranks) * (sideways ? plot.height() / plot.width() : 1);
    View view = View.of(scene, Math.clamp(depth, THINNEST, DEEPEST), plot);
    Point2D origin = view.at(new Point(0, 0, 0));
    Point2D end = view.at(sideways ? new Point(1, 0, 0) : new Point(0, 1, 0));
    ValueScale across =
        group.yScale(
            AxisView.intervals(sketch, group, group.value(), sideways, origin.distance(end)));
    return new DeepGround(
        view,
        group.slots(),
        across,
        sideways,
        Math.clamp(Group.crossing(group.category(), across), 0, 1),
        ranks);
  }

  /// Depth of the box in lengths of the category axis: columns are as deep as wide, and what has no
  /// width of its own is as deep as a column alone in its category.
  private double depth(int ranks) {
    Plot plot = group.plots().getFirst();
    boolean bars =
        switch (plot.kind()) {
          case COLUMN, BAR -> true;
          default -> false;
        };
    double width = bars ? ColumnPainter.width(plot, DeepBars.beside(plot, group)) : 1 / USUAL_GAP;
    return group.slots().step()
        * width
        * (1 + DeepGround.gapDepth(plot))
        * ranks
        * scene.depthPercent()
        / 100;
  }
}
