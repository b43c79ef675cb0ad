package dev.quire.workbook.chart;

import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.ChartChange.SetLabels;
import dev.quire.workbook.chart.ChartChange.SetLegend;
import dev.quire.workbook.chart.ChartChange.SetScale;
import dev.quire.workbook.chart.ChartChange.SetTitle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Makes those changes to a chart that need nothing but the chart.
public final class ChartEditor {
  private ChartEditor() {}

  /// Nothing of this kind is in the chart. Expected, so without a stack trace.
  public static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String kind;

    Missing(String kind, String name) {
      super(name, null, false, false);
      this.kind = kind;
    }

    /// What was looked for, in words.
    public String kind() {
      return kind;
    }
  }

  /// The chart cannot be so. Expected, so without a stack trace.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /// The title after a change.
  public static ChartSpace apply(ChartSpace space, SetTitle set) {
    if (set.axis().isEmpty()) {
      return space.withTitle(changed(space.title(), set, true, false));
    }
    AxisRole role = set.axis().get();
    return axis(
        space,
        role,
        axis -> {
          boolean upright = axis.place() == Axis.Place.LEFT || axis.place() == Axis.Place.RIGHT;
          return axis.withTitle(changed(axis.title(), set, false, upright));
        });
  }

  /// A text makes a title visible, as in Excel (?).
  private static ChartTitle changed(
      ChartTitle before, SetTitle set, boolean ofChart, boolean upright) {
    boolean shows = set.visible().orElse(set.text().isPresent() || before.visible());
    ChartTitle title = before;
    if (!shows) {
      return set.visible().isPresent() ? ChartTitle.NONE : title;
    }
    title = NewChart.shown(title, ofChart, upright);
    if (set.text().isPresent()) {
      title = title.withText(literal(set.text().get()));
    }
    return set.overlay().isPresent() ? title.withOverlay(set.overlay().get()) : title;
  }

  /// A text as series and titles keep it.
  static SeriesData literal(String text) {
    return new SeriesData.Literals(List.of(new TextValue(text)), "General");
  }

  /// The legend after a change.
  public static ChartSpace apply(ChartSpace space, SetLegend set) {
    Legend legend = space.legend();
    if (set.visible().isPresent()) {
      legend = set.visible().get() ? NewChart.shown(legend) : Legend.NONE;
    }
    if (!legend.visible()) {
      boolean says = set.position().isPresent() || set.overlay().isPresent();
      if (!says) {
        return space.withLegend(legend);
      }
      legend = NewChart.shown(legend);
    }
    if (set.position().isPresent()) {
      legend = legend.withPosition(set.position().get());
    }
    return space.withLegend(
        set.overlay().isPresent() ? legend.withOverlay(set.overlay().get()) : legend);
  }

  /// The labels after a change.
  public static ChartSpace apply(ChartSpace space, SetLabels set) {
    DataLabels old = space.labels();
    ChartChange.Shows shows = set.shows();
    return labelled(
        space,
        new DataLabels(
            shows.value().orElse(old.value()),
            shows.category().orElse(old.category()),
            shows.series().orElse(old.series()),
            shows.percentage().orElse(old.percentage()),
            shows.bubbleSize().orElse(old.bubbleSize()),
            shows.legendKey().orElse(old.legendKey()),
            set.position().orElse(old.position()),
            set.separator().or(old::separator),
            old.numberFormat(),
            old.leaderLines(),
            old.format(),
            old.text()));
  }

  /// The same labels for all series.
  private static ChartSpace labelled(ChartSpace space, DataLabels labels) {
    for (Plot each : space.plots()) {
      if (each.kind() == Plot.Kind.SURFACE) {
        throw new Missing("data label in", "a surface chart");
      }
      if (labels.position().isPresent()
          && !LabelPlaces.of(each).contains(labels.position().get())) {
        throw new Refused(
            "'position' of labels in this kind of chart has to be %s."
                .formatted(LabelPlaces.words(each)));
      }
    }
    List<Plot> plots =
        space.plots().stream()
            .map(plot ->
                plot.withLabels(Optional.of(labels))
                    .withSeries(
                        plot.series().stream()
                            .map(each -> each.withLabels(Optional.empty()))
                            .toList()))
            .toList();
    return space.withLabels(labels).withPlots(plots);
  }

  /// The scale after a change.
  public static ChartSpace apply(ChartSpace space, SetScale set) {
    return axis(
        space,
        set.axis(),
        axis -> {
          AxisScale old = axis.scale();
          return axis.withScale(
              new AxisScale(
                  set.minimum().orElse(old.minimum()),
                  set.maximum().orElse(old.maximum()),
                  set.majorUnit().orElse(old.majorUnit()),
                  set.minorUnit().orElse(old.minorUnit()),
                  old.logBase(),
                  old.reversed()));
        });
  }

  /// Gridlines after a change.
  public static ChartSpace apply(ChartSpace space, ChartChange.SetGridlines set) {
    return axis(
        space,
        set.axis(),
        axis -> {
          Optional<Line> old = set.major() ? axis.majorGridlines() : axis.minorGridlines();
          Optional<Line> now =
              set.visible()
                  ? old.or(() -> Optional.of(NewChart.gridline(set.major())))
                  : Optional.empty();
          return set.major() ? axis.withMajorGridlines(now) : axis.withMinorGridlines(now);
        });
  }

  /// The chart with something filled.
  public static ChartSpace apply(ChartSpace space, ChartChange.SetFill set) {
    return shaped(space, set.element(), shape -> shape.withFill(set.fill()));
  }

  /// The chart with a line coloured or taken away.
  public static ChartSpace apply(ChartSpace space, ChartChange.SetLine set) {
    return shaped(
        space,
        set.element(),
        shape ->
            shape.withLine(
                set.fill().equals(Fill.NONE) ? Line.NONE : shape.line().withFill(set.fill())));
  }

  /// The chart with texts written otherwise.
  public static ChartSpace apply(ChartSpace space, ChartChange.SetFont set) {
    UnaryOperator<ChartText> change = old -> merged(old, set.font());
    return switch (set.element()) {
      case ChartElement.Whole _ -> space.withText(change.apply(space.text()));
      case ChartElement.Title _ ->
          space.withTitle(shown(space.title()).withFont(change.apply(space.title().font())));
      case ChartElement.LegendBox _ ->
          space.withLegend(shown(space.legend()).withText(change.apply(space.legend().text())));
      case ChartElement.Labels _ ->
          labelled(space, space.labels().withText(change.apply(space.labels().text())));
      case ChartElement.OfAxis(AxisRole role, ChartElement.Part part) ->
          axis(
              space,
              role,
              axis ->
                  part == ChartElement.Part.TITLE
                      ? axis.withTitle(
                          shown(axis.title()).withFont(change.apply(axis.title().font())))
                      : axis.withText(change.apply(axis.text())));
      case ChartElement.OfSeries _, ChartElement.OfPoint _ ->
          throw new Missing("font of", "a series");
    };
  }

  /// What is not there has no look that could be changed.
  private static ChartTitle shown(ChartTitle title) {
    if (!title.visible()) {
      throw new Missing("visible title in", "the chart");
    }
    return title;
  }

  private static Legend shown(Legend legend) {
    if (!legend.visible()) {
      throw new Missing("visible legend in", "the chart");
    }
    return legend;
  }

  private static ChartText merged(ChartText old, ChartText change) {
    OptionalDouble size = change.sizePoints().isPresent() ? change.sizePoints() : old.sizePoints();
    return new ChartText(
        change.name().or(old::name),
        size,
        change.bold().or(old::bold),
        change.italic().or(old::italic),
        change.underlined().or(old::underlined),
        change.color().or(old::color));
  }

  private static ChartSpace shaped(
      ChartSpace space, ChartElement element, UnaryOperator<ShapeFormat> change) {
    return switch (element) {
      case ChartElement.Whole _ -> space.withArea(change.apply(space.area()));
      case ChartElement.Title _ ->
          space.withTitle(shown(space.title()).withFormat(change.apply(space.title().format())));
      case ChartElement.LegendBox _ ->
          space.withLegend(shown(space.legend()).withFormat(change.apply(space.legend().format())));
      case ChartElement.Labels _ ->
          labelled(space, space.labels().withFormat(change.apply(space.labels().format())));
      case ChartElement.OfAxis(AxisRole role, ChartElement.Part part) ->
          axis(space, role, axis -> shaped(axis, part, change));
      case ChartElement.OfSeries(int at) ->
          SeriesEditor.series(space, at, each -> each.withFormat(change.apply(each.format())));
      case ChartElement.OfPoint(int at, int point) -> {
        if (space.plots().stream().anyMatch(each -> each.kind() == Plot.Kind.SURFACE)) {
          throw new Missing("point in", "a surface chart");
        }
        yield SeriesEditor.series(space, at, each -> pointed(each, point, change));
      }
    };
  }

  private static Axis shaped(Axis axis, ChartElement.Part part, UnaryOperator<ShapeFormat> change) {
    return switch (part) {
      case LINE -> axis.withLine(change.apply(line(axis.line())).line());
      case TITLE ->
          axis.withTitle(shown(axis.title()).withFormat(change.apply(axis.title().format())));
      case MAJOR_GRIDLINES -> axis.withMajorGridlines(gridlines(axis.majorGridlines(), change));
      case MINOR_GRIDLINES -> axis.withMinorGridlines(gridlines(axis.minorGridlines(), change));
    };
  }

  private static Optional<Line> gridlines(Optional<Line> old, UnaryOperator<ShapeFormat> change) {
    return Optional.of(change.apply(line(old.orElse(NewChart.gridline(true)))).line());
  }

  private static ShapeFormat line(Line line) {
    return new ShapeFormat(Fill.AUTOMATIC, line);
  }

  private static Series pointed(Series series, int point, UnaryOperator<ShapeFormat> change) {
    var points = new TreeMap<Integer, Series.PointFormat>(series.points());
    Series.PointFormat old =
        points.getOrDefault(
            point, new Series.PointFormat(series.format(), Marker.AUTOMATIC, Optional.empty()));
    points.put(
        point,
        new Series.PointFormat(change.apply(old.format()), old.marker(), old.explosionPercent()));
    return series.withPoints(Map.copyOf(points));
  }

  private static ChartSpace axis(ChartSpace space, AxisRole role, UnaryOperator<Axis> change) {
    Axis axis =
        role.of(space.axes())
            .orElseThrow(() -> new Missing("axis", role.name().toLowerCase(Locale.ROOT)));
    return space.withAxes(role.replaced(space.axes(), change.apply(axis)));
  }
}
