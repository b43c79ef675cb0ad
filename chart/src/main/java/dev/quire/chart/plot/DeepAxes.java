package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.View;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.chart.plot.Walls.Direction;
import dev.quire.chart.plot.Walls.Lines;
import dev.quire.chart.scale.Scale;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Labels;
import dev.quire.workbook.chart.ChartText;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The axes of a chart with depth: below the front of the floor, beside the front of the side wall,
/// and along the open side of the floor.
final class DeepAxes {
  private static final double GAP = 6;
  private static final double MOST_PART = 0.3;
  private static final double LEAST_SIZE = 8;

  private final Sketch sketch;
  private final View view;
  private final Optional<AxisView> level;
  private final Optional<AxisView> upright;
  private final Optional<Axis> series;
  private final AxisLabels names;

  /// @param names of series along the axis into the depth
  DeepAxes(Sketch sketch, Group group, DeepGround ground, List<AxisLabels.Label> names) {
    this.sketch = sketch;
    this.view = ground.view();
    Optional<AxisView> along = axis(group, group.category(), ground.along(), !ground.sideways());
    Optional<AxisView> across = axis(group, group.value(), ground.across(), ground.sideways());
    this.level = ground.sideways() ? across : along;
    this.upright = ground.sideways() ? along : across;
    this.series = sketch.space().axes().series();
    this.names = names(group, names, ground.ranks());
  }

  private Optional<AxisView> axis(Group group, Optional<Axis> axis, Scale scale, boolean isLevel) {
    Box seen = view.bounds();
    Point2D from = view.at(isLevel ? onFloor(0) : onSide(0));
    Point2D to = view.at(isLevel ? onFloor(1) : onSide(1));
    return axis.map(own ->
        AxisView.of(
            sketch,
            group,
            own,
            scale,
            isLevel,
            0,
            Math.max(1, from.distance(to)),
            isLevel ? seen.height() : seen.width()));
  }

  private AxisLabels names(Group group, List<AxisLabels.Label> labels, int ranks) {
    Lettering lettering =
        sketch
            .look()
            .letters(
                series.or(group::value).map(Axis::text).orElse(ChartText.AUTOMATIC),
                Look.Kind.LABEL);
    boolean shown =
        series.filter(axis -> axis.visible() && axis.labels() != Labels.NONE).isPresent();
    if (!shown) {
      return AxisLabels.none(lettering);
    }
    double rise = Math.abs(view.at(inDepth(0)).getY() - view.at(inDepth(1)).getY());
    return AxisLabels.beside(labels, lettering, rise / ranks, view.bounds().width() * MOST_PART, 0);
  }

  private Point onFloor(double part) {
    return new Point(part, view.floor(), 1 - view.backWall());
  }

  private Point onSide(double part) {
    return new Point(view.sideWall(), part, 1 - view.backWall());
  }

  private Point inDepth(double part) {
    return new Point(1 - view.sideWall(), view.floor(), part);
  }

  private boolean onLeft() {
    return view.sideWall() == 0;
  }

  /// What is left of the room for the walls when all labels are written.
  Box inside(Box outer) {
    Lettering lettering = names.lettering();
    Box seen = view.bounds();
    double beside = upright.map(AxisView::strip).orElse(0.0);
    double below = level.map(AxisView::strip).orElse(0.0);
    double over = GAP;
    for (AxisLabels.Block block : names.blocks()) {
      double x = view.at(inDepth(block.at())).getX();
      double reach = 2 * GAP + block.text().width();
      over = Math.max(over, onLeft() ? x + reach - seen.right() : seen.x() - x + reach);
    }
    boolean titled = series.filter(axis -> axis.visible() && axis.title().visible()).isPresent();
    over += titled ? lettering.lineHeight() * 2 : 0;
    double ends = lettering.lineHeight() / 2;
    Box plot =
        onLeft() ? outer.inset(beside, ends, over, below) : outer.inset(over, ends, beside, below);
    return plot.width() < LEAST_SIZE || plot.height() < LEAST_SIZE ? outer : plot;
  }

  /// The lines that the axes want on the walls.
  List<Lines> lines() {
    var lines = new ArrayList<Lines>();
    level.ifPresent(axis -> lines(axis, Direction.RIGHT, lines));
    upright.ifPresent(axis -> lines(axis, Direction.UP, lines));
    series
        .flatMap(Axis::majorGridlines)
        .ifPresent(line -> lines.add(new Lines(Direction.AWAY, ranks(), line, Part.GRID)));
    return lines;
  }

  private static void lines(AxisView view, Direction direction, List<Lines> lines) {
    view.axis()
        .minorGridlines()
        .ifPresent(line -> lines.add(new Lines(direction, view.minors(), line, Part.MINOR_GRID)));
    view.axis()
        .majorGridlines()
        .ifPresent(line -> lines.add(new Lines(direction, view.majors(), line, Part.GRID)));
  }

  private double[] ranks() {
    int count = names.blocks().size();
    var places = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      places[i] = count == 0 ? 0 : (double) i / count;
    }
    return places;
  }

  /// Draws lines, labels and titles of the axes.
  void draw() {
    level.ifPresent(this::level);
    upright.ifPresent(this::upright);
    series.filter(Axis::visible).ifPresent(this::series);
  }

  private void line(Axis axis, Point from, Point to) {
    if (!axis.visible()) {
      return;
    }
    Part part = axis.kind() == Axis.Kind.VALUE ? Part.VALUE_AXIS : Part.AXIS;
    Point2D a = view.at(from);
    Point2D b = view.at(to);
    sketch
        .thin(axis.line(), part)
        .ifPresent(pen -> sketch.line(a.getX(), a.getY(), b.getX(), b.getY(), pen));
  }

  private void level(AxisView own) {
    line(own.axis(), onFloor(0), onFloor(1));
    for (AxisLabels.Block block : own.labels().blocks()) {
      Point2D at = view.at(onFloor(block.at()));
      own.labels().hang(sketch.canvas(), block, at.getX(), at.getY(), own.gap(), false);
    }
    Point2D from = view.at(onFloor(0));
    Point2D to = view.at(onFloor(1));
    double lower = Math.max(from.getY(), to.getY());
    if (own.scale() instanceof SlotScale slots) {
      double x = Math.min(from.getX(), to.getX());
      double width = Math.abs(to.getX() - from.getX());
      own.levels()
          .draw(
              sketch,
              new Box(x, lower, width, own.labelStrip()),
              slots,
              own.labels().thickness() + own.gap(),
              true);
    }
    double middle = (from.getY() + to.getY()) / 2;
    own.title()
        .ifPresent(title ->
            title.write(
                sketch,
                (from.getX() + to.getX()) / 2,
                middle + own.labelStrip() + title.height() / 2));
  }

  private void upright(AxisView own) {
    line(own.axis(), onSide(0), onSide(1));
    double towards = onLeft() ? -1 : 1;
    for (AxisLabels.Block block : own.labels().blocks()) {
      Point2D at = view.at(onSide(block.at()));
      double half = own.gap() + block.text().width() / 2;
      block.text().write(sketch.canvas(), at.getX() + towards * half, at.getY());
    }
    Point2D middle = view.at(onSide(0.5));
    own.title()
        .ifPresent(title ->
            title.write(
                sketch,
                middle.getX() + towards * (own.labelStrip() + title.width() / 2),
                middle.getY()));
  }

  private void series(Axis axis) {
    line(axis, inDepth(0), inDepth(1));
    double towards = onLeft() ? 1 : -1;
    for (AxisLabels.Block block : names.blocks()) {
      Point2D at = view.at(inDepth(block.at()));
      double half = GAP + block.text().width() / 2;
      block.text().write(sketch.canvas(), at.getX() + towards * half, at.getY());
    }
    Point2D middle = view.at(inDepth(0.5));
    double strip = 2 * GAP + names.thickness();
    TitleText.of(sketch, axis.title(), "Axis Title", Look.Kind.AXIS_TITLE, 200)
        .ifPresent(title ->
            title.write(
                sketch, middle.getX() + towards * (strip + title.width() / 2), middle.getY()));
  }
}
