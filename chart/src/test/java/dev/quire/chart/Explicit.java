package dev.quire.chart;

import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.chart.Trendline;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Says what a chart leaves open, in the way in which Excel says it since 2013 (O).
final class Explicit {
  private static final Color GRID = new Color(0xD9D9D9);
  private static final Color DARK = new Color(0x404040);
  private static final Color TEXT = new Color(0x595959);

  private final ChartSpace space;

  private Explicit(ChartSpace space) {
    this.space = space;
  }

  static ChartSpace of(ChartSpace space) {
    var said = new Explicit(space);
    return Spaces.withAxes(space, said.axes(space.axes()), space.secondary().map(said::axes))
        .withPlots(space.plots().stream().map(said::plot).toList())
        .withTitle(title(space.title(), 14))
        .withLegend(space.legend().withText(text(space.legend().text(), 9, TEXT)))
        .withArea(shape(space.area(), new Fill.Solid(space.theme().light(), 1), hair(GRID)));
  }

  private boolean has(Kind... kinds) {
    return space.plots().stream().anyMatch(plot -> List.of(kinds).contains(plot.kind()));
  }

  private static Line hair(Color color) {
    return line(color, 0.75, Line.Dash.SOLID);
  }

  private static Line line(Color color, double points, Line.Dash dash) {
    return new Line(new Fill.Solid(color, 1), OptionalDouble.of(points), dash, false);
  }

  private static Line line(Line own, Line usual) {
    return own.equals(Line.AUTOMATIC) ? usual : own;
  }

  private static ShapeFormat shape(ShapeFormat own, Fill fill, Line line) {
    return new ShapeFormat(
        own.fill().equals(Fill.AUTOMATIC) ? fill : own.fill(), line(own.line(), line));
  }

  private static ChartText text(ChartText own, double points, Color color) {
    return new ChartText(
        own.name(),
        own.sizePoints().isPresent() ? own.sizePoints() : OptionalDouble.of(points),
        own.bold().or(() -> Optional.of(false)),
        own.italic(),
        own.underlined(),
        own.color().or(() -> Optional.of(color)));
  }

  private static ChartTitle title(ChartTitle own, double points) {
    return own.withFont(text(own.font(), points, TEXT));
  }

  private Axes axes(Axes axes) {
    return new Axes(
        axes.category().map(this::axis),
        axes.value().map(this::axis),
        axes.series().map(this::axis));
  }

  private Axis axis(Axis axis) {
    boolean spokes = has(Kind.RADAR);
    Line line = hair(has(Kind.SCATTER, Kind.BUBBLE) ? new Color(0xBFBFBF) : GRID);
    Line usual = axis.kind() == Axis.Kind.VALUE && !spokes ? Line.NONE : line;
    return axis.withLine(line(axis.line(), usual))
        .withText(text(axis.text(), 9, TEXT))
        .withTitle(title(axis.title(), 10))
        .withMajorGridlines(axis.majorGridlines().map(own -> line(own, hair(GRID))))
        .withMinorGridlines(axis.minorGridlines().map(own -> line(own, hair(new Color(0xF2F2F2)))));
  }

  private Plot plot(Plot plot) {
    return new Plot(
        plot.kind(),
        plot.grouping(),
        plot.onSecondary(),
        plot.series().stream().map(series -> series(series, plot)).toList(),
        plot.variesColors(),
        options(plot),
        plot.labels().map(Explicit::labels));
  }

  private static DataLabels labels(DataLabels own) {
    return own.withText(text(own.text(), 9, DARK));
  }

  private static Plot.Options options(Plot plot) {
    Plot.Options own = plot.options();
    boolean stock = plot.kind() == Kind.STOCK;
    boolean candles = stock && plot.series().size() >= 4 && own.upBars().isEmpty();
    Optional<ShapeFormat> open = candles ? Optional.of(ShapeFormat.AUTOMATIC) : Optional.empty();
    return new Plot.Options(
        own.gapPercent(),
        own.overlapPercent(),
        own.holePercent(),
        own.firstSliceDegrees(),
        own.bubblePercent(),
        own.bubblesByWidth(),
        own.lines(),
        own.filled(),
        own.threeD(),
        own.hiLowLines()
            .or(() -> stock ? Optional.of(Line.AUTOMATIC) : Optional.empty())
            .map(each -> line(each, hair(DARK))),
        own.dropLines().map(each -> line(each, hair(new Color(0xBFBFBF)))),
        own.upBars()
            .or(() -> open)
            .map(each -> shape(each, new Fill.Solid(Color.WHITE, 1), hair(TEXT))),
        own.downBars().or(() -> open).map(each -> shape(each, new Fill.Solid(DARK, 1), hair(TEXT))),
        own.upDownGapPercent(),
        own.shape(),
        own.gapDepthPercent(),
        own.analysis());
  }

  private Color accent(Series series) {
    List<Color> accents = space.theme().accents();
    return accents.get(series.index() % accents.size());
  }

  private Series series(Series own, Plot plot) {
    return new Series(
        own.index(),
        own.order(),
        own.name(),
        own.categories(),
        own.values(),
        own.sizes(),
        format(own, plot),
        plot.kind() == Kind.STOCK ? own.marker() : marker(own.marker()),
        own.smooth(),
        points(own.points()),
        own.labels().map(Explicit::labels),
        own.trendlines().stream().map(each -> trend(each, accent(own))).toList(),
        own.errorBars().stream().map(Explicit::errors).toList(),
        own.explosionPercent());
  }

  private ShapeFormat format(Series own, Plot plot) {
    Color color = accent(own);
    Line usual =
        switch (plot.kind()) {
          case SCATTER -> line(color, 1.5, Line.Dash.SOLID);
          case PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE -> line(Color.WHITE, 1.5, Line.Dash.SOLID);
          case COLUMN, BAR, LINE, AREA, BUBBLE, RADAR, STOCK, SURFACE -> Line.AUTOMATIC;
        };
    Fill fill =
        plot.kind() == Kind.BUBBLE ? new Fill.Solid(color, 0xBF / 255.0) : own.format().fill();
    return shape(own.format(), fill, usual);
  }

  private static Map<Integer, Series.PointFormat> points(Map<Integer, Series.PointFormat> own) {
    return own.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    new Series.PointFormat(
                        each.getValue().format(),
                        each.getValue().marker().symbol() == Marker.Symbol.AUTOMATIC
                            ? each.getValue().marker()
                            : marker(each.getValue().marker()),
                        each.getValue().explosionPercent())));
  }

  private static Marker marker(Marker own) {
    return new Marker(
        own.symbol() == Marker.Symbol.AUTOMATIC ? Marker.Symbol.CIRCLE : own.symbol(),
        own.sizePoints().isPresent() ? own.sizePoints() : OptionalInt.of(5),
        own.format());
  }

  private static Trendline trend(Trendline own, Color color) {
    Line dotted =
        new Line(new Fill.Solid(color, 1), OptionalDouble.of(1.5), Line.Dash.SYSTEM_DOT, true);
    return new Trendline(
        own.kind(),
        own.name(),
        own.order(),
        own.forward(),
        own.backward(),
        own.intercept(),
        own.showsEquation(),
        own.showsFit(),
        line(own.line(), dotted));
  }

  private static ErrorBars errors(ErrorBars own) {
    return new ErrorBars(
        own.alongX(),
        own.plus(),
        own.minus(),
        own.caps(),
        own.amount(),
        line(own.line(), hair(TEXT)));
  }
}
