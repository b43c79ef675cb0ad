package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws the series of a chart with their axes and labels.
public final class PlotPainter {
  private static final double LEAST = 8;
  private static final int MOST_DEEP = 5_000;

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
    if (first.analysis().isPresent()) {
      analysis(first.analysis().get(), room);
      return;
    }
    switch (first.kind()) {
      case PIE, PIE_OF_PIE, BAR_OF_PIE -> pie(first, room);
      case DOUGHNUT -> new DoughnutPainter(sketch, rows(first)).draw(room);
      case RADAR -> new RadarPainter(sketch, rows(Kind.RADAR)).draw(room);
      case SURFACE -> surface(first, room);
      default ->
          deep()
              .ifPresentOrElse(
                  scene -> new DeepChart(sketch, scene, rows).draw(room),
                  () -> new Cartesian(sketch, groups()).draw(room));
    }
  }

  /// Kinds that came in 2016, of which a chart has only one.
  private void analysis(Analysis analysis, Box room) {
    switch (analysis) {
      case Analysis.Waterfall waterfall ->
          new WaterfallPainter(sketch, rows.getFirst(), waterfall).draw(room);
      case Analysis.Funnel _ -> new FunnelPainter(sketch, rows.getFirst()).draw(room);
      case Analysis.Treemap treemap ->
          new TreemapPainter(sketch, rows.getFirst(), treemap.branches()).draw(room);
      case Analysis.Sunburst _ -> new SunburstPainter(sketch, rows.getFirst()).draw(room);
      case Analysis.Histogram histogram ->
          new Cartesian(sketch, Histograms.groups(sketch, rows.getFirst(), histogram)).draw(room);
      case Analysis.Boxes boxes -> new BoxPainter(sketch, rows, boxes).draw(room);
    }
  }

  private void pie(Plot plot, Box room) {
    scene(plot)
        .filter(_ -> plot.kind() == Kind.PIE)
        .ifPresentOrElse(
            scene -> new DeepPie(sketch, scene, rows(plot)).draw(room),
            () -> new PiePainter(sketch, rows(plot)).draw(room));
  }

  private void surface(Plot plot, Box room) {
    scene(plot)
        .ifPresentOrElse(
            scene -> new DeepSurface(sketch, scene, rows(plot)).draw(room),
            () -> new SurfacePainter(sketch, rows(plot)).draw(room));
  }

  private Optional<Scene> scene(Plot plot) {
    return sketch.space().scene().filter(_ -> plot.options().threeD());
  }

  /// From where the chart is seen when all of it has depth. Of very many points depth could not be
  /// seen.
  private Optional<Scene> deep() {
    boolean all = rows.stream().allMatch(PlotPainter::isDeep);
    boolean few = rows.stream().mapToInt(Row::count).sum() <= MOST_DEEP;
    return sketch.space().scene().filter(_ -> all && few);
  }

  private static boolean isDeep(Row row) {
    return row.plot().options().threeD()
        && switch (row.plot().kind()) {
          case COLUMN, BAR, LINE, AREA -> true;
          default -> false;
        };
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
