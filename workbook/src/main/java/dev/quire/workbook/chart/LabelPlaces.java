package dev.quire.workbook.chart;

import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.spelling.CamelCase;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Where labels of each kind of chart can stand: a file that says otherwise is damaged to Excel
/// (O).
final class LabelPlaces {
  private LabelPlaces() {}

  static Set<Position> of(Plot plot) {
    boolean deep = plot.options().threeD();
    return switch (plot.kind()) {
      case COLUMN, BAR -> deep ? none() : bars(plot.grouping());
      case LINE -> deep ? none() : points();
      case SCATTER, BUBBLE, STOCK -> points();
      case PIE, PIE_OF_PIE, BAR_OF_PIE ->
          EnumSet.of(Position.CENTER, Position.INSIDE_END, Position.OUTSIDE_END, Position.BEST_FIT);
      case RADAR -> EnumSet.of(Position.OUTSIDE_END);
      case AREA, DOUGHNUT, SURFACE -> none();
    };
  }

  private static Set<Position> none() {
    return EnumSet.noneOf(Position.class);
  }

  private static Set<Position> points() {
    return EnumSet.of(
        Position.CENTER, Position.LEFT, Position.RIGHT, Position.TOP, Position.BOTTOM);
  }

  private static Set<Position> bars(Plot.Grouping grouping) {
    Set<Position> inside = EnumSet.of(Position.CENTER, Position.INSIDE_END, Position.INSIDE_BASE);
    if (grouping == Plot.Grouping.CLUSTERED) {
      inside.add(Position.OUTSIDE_END);
    }
    return inside;
  }

  /// The places as the API spells them.
  static String words(Plot plot) {
    Set<Position> places = of(plot);
    return places.isEmpty()
        ? "left out"
        : "one of "
            + places.stream().map(CamelCase::upper).sorted().collect(Collectors.joining(", "));
  }
}
