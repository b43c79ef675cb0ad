package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.ArrayList;
import java.util.List;

/// Draws the series of a chart with their axes and labels.
public final class PlotPainter {
  private static final double LEAST = 8;

  private final Sketch sketch;
  private final List<Row> rows;

  /// @param rows all series in order
  public PlotPainter(Sketch sketch, List<Row> rows) {
    this.sketch = sketch;
    this.rows = List.copyOf(rows);
  }

  /// Draws into a box; nothing when it is too small for anything to be seen.
  public void draw(Box room) {
    if (room.width() < LEAST || room.height() < LEAST || rows.isEmpty()) {
      return;
    }
    // Kinds without axes stand alone: what an odd file puts beside them has no place to be drawn.
    Plot first = rows.getFirst().plot();
    switch (first.kind()) {
      case PIE, PIE_OF_PIE, BAR_OF_PIE -> new PiePainter(sketch, rows(first)).draw(room);
      case DOUGHNUT -> new DoughnutPainter(sketch, rows(first)).draw(room);
      case RADAR -> new RadarPainter(sketch, rows(Kind.RADAR)).draw(room);
      case SURFACE -> new SurfacePainter(sketch, rows(first)).draw(room);
      default -> new Cartesian(sketch, groups()).draw(room);
    }
  }

  private List<Row> rows(Plot plot) {
    return rows.stream().filter(row -> row.plot() == plot).toList();
  }

  private List<Row> rows(Kind kind) {
    return rows.stream().filter(row -> row.plot().kind() == kind).toList();
  }

  private List<Group> groups() {
    var groups = new ArrayList<Group>();
    var space = sketch.space();
    List<Row> secondary =
        space.secondary().isEmpty() ? List.of() : rows.stream().filter(this::isSecondary).toList();
    List<Row> primary =
        secondary.isEmpty()
            ? rows.stream().filter(PlotPainter::hasAxes).toList()
            : rows.stream().filter(row -> hasAxes(row) && !isSecondary(row)).toList();
    if (!primary.isEmpty() || secondary.isEmpty()) {
      groups.add(new Group(primary, space.axes(), false));
    }
    if (!secondary.isEmpty()) {
      groups.add(new Group(secondary, space.secondary().orElseThrow(), true));
    }
    return groups;
  }

  private boolean isSecondary(Row row) {
    return hasAxes(row) && row.plot().onSecondary();
  }

  private static boolean hasAxes(Row row) {
    return switch (row.plot().kind()) {
      case PIE, PIE_OF_PIE, BAR_OF_PIE, DOUGHNUT, RADAR, SURFACE -> false;
      default -> true;
    };
  }
}
