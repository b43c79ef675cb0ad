package dev.quire.workbook.chart;

import dev.quire.workbook.chart.ChartType.Trait;
import dev.quire.workbook.chart.NewChart.SeriesSource;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Series of charts that nobody has formatted.
final class NewSeries {
  private static final double LINE_POINTS = 2.25;
  private static final double JOIN_POINTS = 1.5;
  private static final double SLICE_EDGE_POINTS = 1.5;
  private static final int MARK_POINTS = 5;
  private static final int EXPLOSION = 25;

  private final ChartType type;
  private final ChartTheme theme;

  NewSeries(ChartType type, ChartTheme theme) {
    this.type = type;
    this.theme = theme;
  }

  /// Series one after another.
  ///
  /// @param from place of the first source that is taken, and of its series
  List<Series> of(List<SeriesSource> sources, int from) {
    var series = new ArrayList<Series>();
    for (int at = from; at < sources.size(); at++) {
      series.add(series(sources.get(at), at, format(at), marker(at)));
    }
    return series;
  }

  /// The volume of a stock chart, drawn as columns behind the prices.
  Series volume(SeriesSource source) {
    return series(source, 0, solid(accent(0)), Marker.AUTOMATIC);
  }

  private Series series(SeriesSource source, int at, ShapeFormat format, Marker marker) {
    return new Series(
        at,
        at,
        source.name(),
        source.categories(),
        source.values(),
        source.sizes(),
        format,
        marker,
        type.has(Trait.SMOOTH),
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        type.has(Trait.EXPLODED) ? EXPLOSION : 0);
  }

  private Color accent(int at) {
    return theme.accents().get(at % theme.accents().size());
  }

  private static ShapeFormat solid(Color color) {
    return new ShapeFormat(new Fill.Solid(color, 1), Line.NONE);
  }

  private static Line line(Color color, double points) {
    return new Line(new Fill.Solid(color, 1), OptionalDouble.of(points), Line.Dash.SOLID, true);
  }

  private ShapeFormat format(int at) {
    Color color = accent(at);
    return switch (type.kind()) {
      case COLUMN, BAR, AREA -> solid(color);
      case BUBBLE -> new ShapeFormat(new Fill.Solid(color, 0.75), Line.NONE);
      case LINE ->
          type.isDeep() ? solid(color) : new ShapeFormat(Fill.AUTOMATIC, line(color, LINE_POINTS));
      case RADAR ->
          type.has(Trait.FILLED)
              ? solid(color)
              : new ShapeFormat(Fill.AUTOMATIC, line(color, LINE_POINTS));
      case SCATTER ->
          new ShapeFormat(
              Fill.AUTOMATIC, type.has(Trait.JOINED) ? line(color, JOIN_POINTS) : Line.NONE);
      case STOCK -> new ShapeFormat(Fill.AUTOMATIC, Line.NONE);
      case PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE ->
          new ShapeFormat(Fill.AUTOMATIC, line(theme.light(), SLICE_EDGE_POINTS));
      case SURFACE -> ShapeFormat.AUTOMATIC;
    };
  }

  private Marker marker(int at) {
    return switch (type.kind()) {
      case LINE, SCATTER, RADAR -> marks(at);
      case STOCK -> Marker.NONE;
      case COLUMN, BAR, AREA, PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE, BUBBLE, SURFACE ->
          Marker.AUTOMATIC;
    };
  }

  private Marker marks(int at) {
    if (type.isDeep() || type.has(Trait.FILLED)) {
      return Marker.AUTOMATIC;
    }
    if (!type.has(Trait.MARKED)) {
      return Marker.NONE;
    }
    Fill fill = new Fill.Solid(accent(at), 1);
    return new Marker(
        Marker.Symbol.CIRCLE,
        OptionalInt.of(MARK_POINTS),
        new ShapeFormat(fill, NewChart.hair(accent(at))));
  }
}
