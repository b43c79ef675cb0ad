package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.workbook.chart.Scene;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What stands around the bodies of a chart with depth: walls and axes.
///
/// @param ground the floor that fits into a box
/// @param names of series along the axis into the depth
record Room(
    Sketch sketch,
    Scene scene,
    Group group,
    Function<Box, DeepGround> ground,
    List<AxisLabels.Label> names) {
  /// Labels take room from the view, whose size decides where they stand.
  private static final int ROUNDS = 4;

  /// Draws the room as large as it may be with its labels.
  ///
  /// @param outer all the room that there is, labels and titles of axes included
  /// @return the floor that bodies stand on
  DeepGround draw(Box outer) {
    Box plot = outer;
    for (int round = 0; round < ROUNDS; round++) {
      plot = new DeepAxes(sketch, group, ground.apply(plot), names).inside(outer);
    }
    DeepGround floor = ground.apply(plot);
    sketch.box(plot, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    var axes = new DeepAxes(sketch, group, floor, names);
    new Walls(sketch, scene, floor.view()).draw(axes.lines());
    axes.draw();
    return floor;
  }
}
