package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.scale.SlotScale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Charts with axes: lays them out around the plot and draws everything between them.
final class Cartesian {
  private static final double LEAST_SIZE = 4;

  private final Sketch sketch;
  private final List<Group> groups;
  private final Optional<Overlay> overlay;

  /// Something else that is drawn between the axes.
  @FunctionalInterface
  interface Overlay {
    /// Draws it on the plane of the primary axes.
    void draw(Ground ground);
  }

  /// @param groups on the primary axes, then on the secondary ones
  Cartesian(Sketch sketch, List<Group> groups) {
    this(sketch, groups, Optional.empty());
  }

  private Cartesian(Sketch sketch, List<Group> groups, Optional<Overlay> overlay) {
    this.sketch = sketch;
    this.groups = List.copyOf(groups);
    this.overlay = overlay;
  }

  /// A chart whose series only tell what the axes show, drawn by somebody else.
  static Cartesian below(Sketch sketch, Group group, Overlay overlay) {
    return new Cartesian(sketch, List.of(group), Optional.of(overlay));
  }

  /// A group with its axes in a box.
  private record Layer(Group group, Ground ground, List<AxisView> views) {}

  /// Draws the chart.
  ///
  /// @param outer all the room that there is, labels and titles of axes included
  void draw(Box outer) {
    Box plot = outer.inset(30, 8, 4, 22);
    for (int round = 0; round < 2; round++) {
      plot = around(outer, layers(plot, outer));
    }
    List<Layer> layers = layers(plot, outer);
    sketch.box(plot, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    for (Layer layer : layers) {
      layer.views().forEach(view -> new AxisPainter(sketch, layer.ground().box(), view).grid());
    }
    shapes(layers);
  }

  private void shapes(List<Layer> layers) {
    Box plot = layers.getFirst().ground().box();
    sketch.canvas().clip(plot);
    layers.forEach(layer -> plots(layer, true));
    sketch.canvas().unclip();
    for (Layer layer : layers) {
      layer.views().forEach(view -> new AxisPainter(sketch, plot, view).axis());
    }
    // Lines and marks may reach over the edge by their own width.
    sketch.canvas().clip(plot.inset(-5, -5, -5, -5));
    layers.forEach(layer -> plots(layer, false));
    sketch.canvas().unclip();
    overlay.ifPresent(each -> each.draw(layers.getFirst().ground()));
    var labels = new Labels(sketch);
    for (Layer layer : layers) {
      for (Plot one : layer.group().plots()) {
        labels(layer, one, labels);
      }
    }
  }

  private void plots(Layer layer, boolean below) {
    for (Plot plot : layer.group().plots()) {
      switch (plot.kind()) {
        case AREA -> {
          if (below) {
            new AreaPainter(sketch, layer.group(), layer.ground()).draw(plot);
          }
        }
        case COLUMN, BAR -> {
          if (below) {
            new ColumnPainter(sketch, layer.group(), layer.ground()).draw(plot);
          }
        }
        case LINE -> {
          if (!below) {
            new LinePainter(sketch, layer.group(), layer.ground()).draw(plot);
          }
        }
        default -> {
          if (!below) {
            other(layer, plot);
          }
        }
      }
    }
    if (!below) {
      new Extras(sketch, layer.group(), layer.ground()).draw();
    }
  }

  private void other(Layer layer, Plot plot) {
    switch (plot.kind()) {
      case SCATTER, BUBBLE -> new ScatterPainter(sketch, layer.group(), layer.ground()).draw(plot);
      case STOCK -> new StockPainter(sketch, layer.group(), layer.ground()).draw(plot);
      default -> {}
    }
  }

  private void labels(Layer layer, Plot plot, Labels labels) {
    switch (plot.kind()) {
      case COLUMN, BAR ->
          new ColumnPainter(sketch, layer.group(), layer.ground()).labels(plot, labels);
      case LINE, STOCK ->
          new LinePainter(sketch, layer.group(), layer.ground()).labels(plot, labels);
      case AREA -> new AreaPainter(sketch, layer.group(), layer.ground()).labels(plot, labels);
      case SCATTER, BUBBLE ->
          new ScatterPainter(sketch, layer.group(), layer.ground()).labels(plot, labels);
      default -> {}
    }
  }

  private List<Layer> layers(Box plot, Box outer) {
    var layers = new ArrayList<Layer>();
    for (Group group : groups) {
      layers.add(layer(group, plot, outer));
    }
    return layers;
  }

  private Layer layer(Group group, Box plot, Box outer) {
    boolean sideways = group.isSideways();
    int across =
        AxisView.intervals(
            sketch, group, group.value(), sideways, sideways ? plot.width() : plot.height());
    int along = AxisView.intervals(sketch, group, group.category(), true, plot.width());
    Ground ground = group.ground(plot, along, across);
    var views = new ArrayList<AxisView>();
    group
        .category()
        .ifPresent(axis ->
            views.add(
                AxisView.of(
                    sketch,
                    group,
                    axis,
                    ground.along(),
                    !sideways,
                    ground.base(),
                    ground.length(),
                    sideways ? outer.width() : outer.height())));
    group
        .value()
        .ifPresent(axis ->
            views.add(
                AxisView.of(
                    sketch,
                    group,
                    axis,
                    ground.across(),
                    sideways,
                    valueCrossing(group, axis, ground),
                    ground.height(),
                    sideways ? outer.height() : outer.width())));
    return new Layer(group, ground, views);
  }

  private static double valueCrossing(Group group, Axis axis, Ground ground) {
    return switch (ground.along()) {
      case ValueScale values -> Group.crossing(Optional.of(axis), values);
      case SlotScale slots -> Group.crossing(Optional.of(axis), slots, group.isSecondary());
    };
  }

  /// What is left of the room between the labels and titles of all axes.
  private static Box around(Box outer, List<Layer> layers) {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double leftOver = 0;
    double rightOver = 0;
    double endsOver = 0;
    for (Layer layer : layers) {
      for (AxisView view : layer.views()) {
        double strip = view.strip();
        if (view.level()) {
          top += view.isFar() ? strip : 0;
          bottom += view.isFar() ? 0 : strip;
          double length = layer.ground().box().width();
          leftOver = Math.max(leftOver, view.labels().overhang(length, false));
          rightOver = Math.max(rightOver, view.labels().overhang(length, true));
        } else {
          right += view.isFar() ? strip : 0;
          left += view.isFar() ? 0 : strip;
          boolean ends = !view.labels().blocks().isEmpty() && view.scale() instanceof ValueScale;
          endsOver = Math.max(endsOver, ends ? view.labels().lettering().lineHeight() / 2 : 0);
        }
      }
    }
    Box plot =
        outer.inset(
            Math.max(left, leftOver),
            Math.max(top, endsOver),
            Math.max(right, rightOver),
            Math.max(bottom, endsOver));
    return plot.width() < LEAST_SIZE || plot.height() < LEAST_SIZE
        ? new Box(
            outer.x(),
            outer.y(),
            Math.max(LEAST_SIZE, outer.width()),
            Math.max(LEAST_SIZE, outer.height()))
        : plot;
  }
}
