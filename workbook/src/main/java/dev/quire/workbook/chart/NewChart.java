package dev.quire.workbook.chart;

import dev.quire.workbook.chart.Axis.Crossing;
import dev.quire.workbook.chart.Axis.Labels;
import dev.quire.workbook.chart.Axis.Place;
import dev.quire.workbook.chart.Axis.Ticks;
import dev.quire.workbook.chart.ChartType.Trait;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What a chart looks like that nobody has formatted: as Excel has made them since 2013 (O).
public final class NewChart {
  private static final Color GRID = new Color(0xD9D9D9);
  private static final Color CROSSING = new Color(0xBFBFBF);
  private static final Color TEXT = new Color(0x595959);
  private static final double HAIR_POINTS = 0.75;

  private final ChartType type;
  private final ChartTheme theme;

  private NewChart(ChartType type, ChartTheme theme) {
    this.type = type;
    this.theme = theme;
  }

  /// A chart of these series, in their order.
  public static ChartSpace of(ChartType type, List<SeriesSource> sources, ChartTheme theme) {
    return new NewChart(type, theme).space(sources);
  }

  /// What a series is made of.
  public record SeriesSource(
      SeriesData name, SeriesData categories, SeriesData values, SeriesData sizes) {}

  private ChartSpace space(List<SeriesSource> sources) {
    boolean volume = type.has(Trait.VOLUME) && !sources.isEmpty();
    NewSeries series = new NewSeries(type, theme);
    Plot main = plot(series.of(sources, volume ? 1 : 0), volume);
    List<Plot> plots =
        volume ? List.of(volumes(series.volume(sources.getFirst())), main) : List.of(main);
    boolean round = isRound(type.kind());
    boolean deep = type.isDeep() && type.kind() != Kind.BUBBLE;
    return new ChartSpace(
        plots,
        round ? Axes.NONE : axes(false),
        volume ? Optional.of(axes(true)) : Optional.empty(),
        new ChartTitle(true, SeriesData.NONE, false, nothing(), text(14), 0),
        sources.size() > 1 || round
            ? new Legend(true, Legend.Position.BOTTOM, false, Set.of(), nothing(), text(9))
            : Legend.NONE,
        DataLabels.NONE,
        new ShapeFormat(new Fill.Solid(theme.light(), 1), hair(GRID)),
        nothing(),
        ChartText.AUTOMATIC,
        type.kind() == Kind.AREA ? ChartSpace.Blanks.ZERO : ChartSpace.Blanks.GAP,
        false,
        false,
        theme,
        deep || type.kind() == Kind.SURFACE ? Optional.of(Scene.of(type)) : Optional.empty());
  }

  static boolean isRound(Kind kind) {
    return switch (kind) {
      case PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE -> true;
      case COLUMN, BAR, LINE, AREA, SCATTER, BUBBLE, RADAR, STOCK, SURFACE -> false;
    };
  }

  private Plot plot(List<Series> series, boolean onSecondary) {
    return new Plot(
        type.kind(),
        type.grouping(),
        onSecondary,
        series,
        isRound(type.kind()),
        options(),
        Optional.empty());
  }

  private Plot volumes(Series series) {
    return new Plot(
        Kind.COLUMN,
        Grouping.CLUSTERED,
        false,
        List.of(series),
        false,
        Plot.Options.USUAL,
        Optional.empty());
  }

  private Plot.Options options() {
    Plot.Options usual = Plot.Options.USUAL;
    boolean deep = type.isDeep();
    boolean stacked = type.grouping() != Grouping.CLUSTERED && type.grouping() != Grouping.STANDARD;
    boolean bars = type.kind() == Kind.COLUMN || type.kind() == Kind.BAR;
    boolean pairs = type.kind() == Kind.SCATTER;
    boolean stock = type.kind() == Kind.STOCK;
    boolean candles = stock && type.has(Trait.OPENING);
    return new Plot.Options(
        bars ? gap(deep, stacked) : of(type.kind(), usual),
        bars && !deep ? overlap(stacked) : 0,
        usual.holePercent(),
        0,
        usual.bubblePercent(),
        false,
        !pairs || type.has(Trait.JOINED),
        type.has(Trait.FILLED),
        deep,
        stock ? Optional.of(hair(new Color(0x404040))) : Optional.empty(),
        Optional.empty(),
        candles ? Optional.of(bar(theme.light())) : Optional.empty(),
        candles ? Optional.of(bar(new Color(0x404040))) : Optional.empty(),
        usual.upDownGapPercent(),
        type.shape(),
        usual.gapDepthPercent(),
        usual.analysis());
  }

  private static int of(Kind kind, Plot.Options usual) {
    boolean second = kind == Kind.PIE_OF_PIE || kind == Kind.BAR_OF_PIE;
    return second ? 100 : usual.gapPercent();
  }

  private int gap(boolean deep, boolean stacked) {
    return deep || stacked ? 150 : type.kind() == Kind.BAR ? 182 : 219;
  }

  private int overlap(boolean stacked) {
    return stacked ? 100 : type.kind() == Kind.BAR ? 0 : -27;
  }

  private static ShapeFormat bar(Color color) {
    return new ShapeFormat(new Fill.Solid(color, 1), hair(TEXT));
  }

  /// The labels of secondary categories would only repeat those of the primary ones.
  private Axes axes(boolean secondary) {
    Axes axes = axesOf(secondary);
    return secondary ? axes.withCategory(axes.category().map(Axis::hidden)) : axes;
  }

  private Axes axesOf(boolean secondary) {
    return switch (type.kind()) {
      case SCATTER, BUBBLE ->
          new Axes(
              Optional.of(axis(Axis.Kind.VALUE, Place.BOTTOM, true, hair(CROSSING))),
              Optional.of(axis(Axis.Kind.VALUE, Place.LEFT, true, hair(CROSSING))),
              Optional.empty());
      case BAR ->
          new Axes(
              Optional.of(axis(Axis.Kind.CATEGORY, Place.LEFT, false, hair(GRID))),
              Optional.of(axis(Axis.Kind.VALUE, Place.BOTTOM, true, Line.NONE)),
              Optional.empty());
      case SURFACE ->
          new Axes(
              Optional.of(axis(Axis.Kind.CATEGORY, Place.BOTTOM, false, hair(GRID))),
              Optional.of(axis(Axis.Kind.VALUE, Place.LEFT, true, Line.NONE)),
              Optional.of(axis(Axis.Kind.SERIES, Place.BOTTOM, false, hair(GRID))));
      case COLUMN, LINE, AREA, PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE, RADAR, STOCK ->
          new Axes(
              Optional.of(axis(Axis.Kind.CATEGORY, Place.BOTTOM, false, hair(GRID))),
              Optional.of(
                  axis(
                      Axis.Kind.VALUE,
                      secondary ? Place.RIGHT : Place.LEFT,
                      !secondary,
                      Line.NONE)),
              depth());
    };
  }

  private Optional<Axis> depth() {
    boolean standing = type.isDeep() && type.grouping() == Grouping.STANDARD;
    return standing
        ? Optional.of(axis(Axis.Kind.SERIES, Place.BOTTOM, false, hair(GRID)))
        : Optional.empty();
  }

  private Axis axis(Axis.Kind kind, Place place, boolean gridlines, Line line) {
    boolean values = kind == Axis.Kind.VALUE;
    return new Axis(
        kind,
        true,
        AxisScale.AUTOMATIC,
        place,
        place == Place.RIGHT ? new Crossing.Maximum() : new Crossing.Automatic(),
        isBetween(),
        ChartTitle.NONE,
        gridlines ? Optional.of(hair(GRID)) : Optional.empty(),
        Optional.empty(),
        Ticks.NONE,
        Ticks.NONE,
        Labels.NEXT_TO_AXIS,
        Optional.empty(),
        OptionalDouble.empty(),
        values && type.grouping() == Grouping.PERCENT_STACKED
            ? Optional.of("0%")
            : Optional.empty(),
        line,
        text(9));
  }

  /// Whether points stand in the middle of their categories, not at their edges.
  private boolean isBetween() {
    return switch (type.kind()) {
      case AREA, SCATTER, BUBBLE, SURFACE -> false;
      case COLUMN, BAR, LINE, PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE, RADAR, STOCK -> true;
    };
  }

  /// A title that has just been switched on.
  ///
  /// @param upright whether it stands along an upright axis
  static ChartTitle shown(ChartTitle title, boolean ofChart, boolean upright) {
    return title.equals(ChartTitle.NONE)
        ? new ChartTitle(
            true, SeriesData.NONE, false, nothing(), text(ofChart ? 14 : 10), upright ? -90 : 0)
        : title.withVisible(true);
  }

  /// A legend that has just been switched on.
  static Legend shown(Legend legend) {
    return legend.equals(Legend.NONE)
        ? new Legend(true, Legend.Position.RIGHT, false, Set.of(), nothing(), text(9))
        : legend.withVisible(true);
  }

  /// Gridlines that have just been switched on.
  static Line gridline(boolean major) {
    return hair(major ? GRID : new Color(0xF2F2F2));
  }

  static Line hair(Color color) {
    return new Line(
        new Fill.Solid(color, 1), OptionalDouble.of(HAIR_POINTS), Line.Dash.SOLID, false);
  }

  private static ShapeFormat nothing() {
    return new ShapeFormat(Fill.NONE, Line.NONE);
  }

  private static ChartText text(double points) {
    return new ChartText(
        Optional.empty(),
        OptionalDouble.of(points),
        Optional.of(false),
        Optional.of(false),
        Optional.of(false),
        Optional.of(TEXT));
  }
}
