package dev.quire.chart;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.BarShape;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.Series.PointFormat;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.chart.Trendline;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Charts that nobody would make: any kind beside any other, values of every size, texts of every
/// length. The same seed gives the same chart.
final class RandomCharts {
  private static final double[] ODD = {
    0, 1, -1, 1e-300, 1e300, -1e300, 1.7e308, -1.7e308, 4.9e-324, 1e-9, 100, 45_000, 2_958_465, 1e15
  };
  private static final String[] TEXTS = {
    "", " ", "Oslo", "two words",
        "a very long text that goes on and on and does not come to an end",
    "line\nbreak", "日本語", "\uD83D\uDE00", "\u0001<&>\"",
        "AllTogetherWithoutAnySpaceAtAllSoThatNothingBreaks"
  };
  private static final String[] FORMATS = {
    "General", "0", "0%", "#,##0.00", "d mmm yy", "[Red]0;(0)", "\"\"", "@", "0E+00", "[h]:mm", "[["
  };

  private final Random random;

  RandomCharts(long seed) {
    random = new Random(seed);
  }

  /// Charts of which everything has depth.
  Sample nextDeep() {
    Plot.Kind[] deep = {Plot.Kind.COLUMN, Plot.Kind.BAR, Plot.Kind.LINE, Plot.Kind.AREA};
    Plot.Kind[] alone = {Plot.Kind.PIE, Plot.Kind.SURFACE, Plot.Kind.BUBBLE};
    boolean one = random.nextInt(3) == 0;
    Sample flat = next();
    return flat.withSpace(space ->
        space(
            space.plots().stream()
                .map(plot ->
                    new Plot(
                        any(one ? alone : deep),
                        plot.grouping(),
                        plot.onSecondary(),
                        plot.series(),
                        plot.variesColors(),
                        options(true),
                        plot.labels()))
                .toList(),
            Optional.of(scene())));
  }

  Sample next() {
    var plots = new ArrayList<Plot>();
    var data = new ArrayList<SeriesValues>();
    int order = 0;
    int count = 1 + random.nextInt(3);
    for (int p = 0; p < count; p++) {
      var series = new ArrayList<Series>();
      for (int s = random.nextInt(5); s > 0; s--) {
        series.add(series(order++));
        data.add(values());
      }
      plots.add(
          new Plot(
              any(Plot.Kind.values()),
              any(Plot.Grouping.values()),
              random.nextInt(3) == 0,
              series,
              random.nextBoolean(),
              options(random.nextBoolean()),
              maybe(this::labels)));
    }
    while (random.nextInt(8) == 0 && !data.isEmpty()) {
      data.removeLast();
    }
    return new Sample(space(plots, maybe(this::scene)), new ChartData(data));
  }

  PixelSize size() {
    int[] sizes = {1, 2, 7, 20, 60, 200, 480, 900};
    return new PixelSize(sizes[random.nextInt(sizes.length)], sizes[random.nextInt(sizes.length)]);
  }

  private ChartSpace space(List<Plot> plots, Optional<Scene> scene) {
    return new ChartSpace(
        plots,
        axes(),
        maybe(this::axes),
        title(),
        new Legend(
            random.nextBoolean(),
            any(Legend.Position.values()),
            random.nextBoolean(),
            random.nextBoolean() ? Set.of() : Set.of(0, 3),
            format(),
            text()),
        random.nextInt(3) == 0 ? labels() : DataLabels.NONE,
        format(),
        format(),
        text(),
        any(Blanks.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(5) == 0
            ? new ChartTheme(List.of(), Color.BLACK, Color.WHITE, "", "")
            : ChartTheme.OFFICE,
        scene);
  }

  private Scene scene() {
    return new Scene(
        random.nextInt(181) - 90,
        random.nextInt(721) - 360,
        random.nextBoolean(),
        random.nextInt(3000) - 10,
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(700) - 10),
        random.nextInt(250) - 5,
        format(),
        format(),
        format());
  }

  private Axes axes() {
    return new Axes(maybe(this::axis), maybe(this::axis), maybe(this::axis));
  }

  private Axis axis() {
    return new Axis(
        any(Axis.Kind.values()),
        random.nextInt(5) > 0,
        new AxisScale(odd(), odd(), odd(), odd(), odd(), random.nextBoolean()),
        any(Axis.Place.values()),
        switch (random.nextInt(4)) {
          case 0 -> new Axis.Crossing.Automatic();
          case 1 -> new Axis.Crossing.Minimum();
          case 2 -> new Axis.Crossing.Maximum();
          default -> new Axis.Crossing.At(number());
        },
        random.nextBoolean(),
        random.nextBoolean() ? ChartTitle.NONE : title(),
        maybe(this::line),
        maybe(this::line),
        any(Axis.Ticks.values()),
        any(Axis.Ticks.values()),
        any(Axis.Labels.values()),
        random.nextInt(3) == 0 ? Optional.of(random.nextInt(2000) - 5) : Optional.empty(),
        random.nextInt(3) == 0
            ? OptionalDouble.of(random.nextInt(361) - 180)
            : OptionalDouble.empty(),
        random.nextInt(3) == 0 ? Optional.of(any(FORMATS)) : Optional.empty(),
        line(),
        text());
  }

  private Series series(int order) {
    return new Series(
        random.nextInt(10) == 0 ? random.nextInt() : order,
        order,
        SeriesData.NONE,
        SeriesData.NONE,
        SeriesData.NONE,
        SeriesData.NONE,
        format(),
        marker(),
        random.nextBoolean(),
        random.nextInt(3) == 0
            ? Map.of(
                random.nextInt(4),
                new PointFormat(format(), marker(), Optional.of(random.nextInt(500))))
            : Map.of(),
        maybe(this::labels),
        random.nextInt(3) == 0 ? List.of(trendline()) : List.of(),
        random.nextInt(3) == 0 ? List.of(errors()) : List.of(),
        random.nextInt(4) == 0 ? random.nextInt(600) - 50 : 0);
  }

  private Trendline trendline() {
    return new Trendline(
        any(Trendline.Kind.values()),
        Optional.empty(),
        random.nextInt(10) - 1,
        random.nextInt(5),
        random.nextInt(5),
        odd(),
        random.nextBoolean(),
        random.nextBoolean(),
        line());
  }

  private ErrorBars errors() {
    return new ErrorBars(
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        switch (random.nextInt(5)) {
          case 0 -> new ErrorBars.Amount.Fixed(number());
          case 1 -> new ErrorBars.Amount.Percent(number());
          case 2 -> new ErrorBars.Amount.Deviations(number());
          case 3 -> new ErrorBars.Amount.StandardError();
          default ->
              new ErrorBars.Amount.Custom(
                  new SeriesData.Literals(List.of(scalar(), scalar()), "General"), SeriesData.NONE);
        },
        line());
  }

  private SeriesValues values() {
    int count = random.nextInt(8) == 0 ? random.nextInt(3_000) : random.nextInt(12);
    var levels = new ArrayList<Points>();
    for (int i = random.nextInt(4); i > 0; i--) {
      levels.add(points(random.nextInt(count + 3)));
    }
    return new SeriesValues(any(TEXTS), levels, points(count), points(random.nextInt(count + 2)));
  }

  private Points points(int count) {
    int way = random.nextInt(4);
    var values = new ArrayList<Scalar>();
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      values.add(
          switch (way) {
            case 0 -> new NumberValue(random.nextInt(100));
            case 1 -> new NumberValue(40_000 + i * 31.0);
            case 2 -> new TextValue(any(TEXTS));
            default -> scalar();
          });
      texts.add(any(TEXTS));
    }
    return new Points(values, texts, any(FORMATS));
  }

  private Scalar scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> BlankValue.BLANK;
      case 1 -> ErrorValue.NUM;
      case 2 -> new TextValue(any(TEXTS));
      default -> new NumberValue(number());
    };
  }

  private double number() {
    return random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextGaussian() * 50;
  }

  private OptionalDouble odd() {
    return random.nextInt(4) == 0 ? OptionalDouble.of(number()) : OptionalDouble.empty();
  }

  private Plot.Options options(boolean threeD) {
    return new Plot.Options(
        random.nextInt(700) - 100,
        random.nextInt(300) - 150,
        random.nextInt(120) - 10,
        random.nextInt(800) - 400,
        random.nextInt(400) - 50,
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        threeD,
        maybe(this::line),
        maybe(this::line),
        maybe(this::format),
        maybe(this::format),
        random.nextInt(700) - 100,
        any(BarShape.values()),
        random.nextInt(700) - 100,
        random.nextInt(4) == 0 ? Optional.of(analysis()) : Optional.empty());
  }

  private Analysis analysis() {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Analysis.Waterfall(
              Set.of(random.nextInt(5), 5 + random.nextInt(5)), random.nextBoolean());
      case 1 -> new Analysis.Funnel();
      case 2 -> new Analysis.Treemap(any(Analysis.Branches.values()));
      case 3 -> new Analysis.Sunburst();
      case 4 -> new Analysis.Histogram(maybe(this::bins), random.nextBoolean());
      default ->
          new Analysis.Boxes(
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean());
    };
  }

  private Analysis.Bins bins() {
    return new Analysis.Bins(
        edge(),
        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(5_000)) : OptionalInt.empty(),
        random.nextBoolean(),
        edge(),
        edge());
  }

  private OptionalDouble edge() {
    return random.nextBoolean()
        ? OptionalDouble.of((random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(40) - 20))
        : OptionalDouble.empty();
  }

  private DataLabels labels() {
    return new DataLabels(
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        maybe(() -> any(DataLabels.Position.values())),
        maybe(() -> any(TEXTS)),
        maybe(() -> any(FORMATS)),
        random.nextBoolean(),
        format(),
        text());
  }

  private ChartTitle title() {
    return new ChartTitle(
        random.nextBoolean(),
        random.nextBoolean()
            ? SeriesData.NONE
            : new SeriesData.Literals(List.of(scalar()), "General"),
        random.nextBoolean(),
        format(),
        text(),
        random.nextInt(5) == 0 ? random.nextInt(720) - 360 : 0);
  }

  private ChartText text() {
    return random.nextInt(3) > 0
        ? ChartText.AUTOMATIC
        : new ChartText(
            maybe(
                () -> any(new String[] {"Arial", "Times New Roman", "Courier New", "Nothing", ""})),
            odd(),
            maybe(random::nextBoolean),
            maybe(random::nextBoolean),
            maybe(random::nextBoolean),
            maybe(this::color));
  }

  private ShapeFormat format() {
    return random.nextBoolean() ? ShapeFormat.AUTOMATIC : new ShapeFormat(fill(), line());
  }

  private Line line() {
    return random.nextBoolean()
        ? Line.AUTOMATIC
        : new Line(fill(), odd(), any(Line.Dash.values()), random.nextBoolean());
  }

  private Marker marker() {
    return new Marker(
        any(Marker.Symbol.values()),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(100)),
        format());
  }

  private Fill fill() {
    return switch (random.nextInt(5)) {
      case 0 -> Fill.AUTOMATIC;
      case 1 -> Fill.NONE;
      case 2 -> new Fill.Solid(color(), random.nextDouble() * 1.2);
      case 3 ->
          new Fill.Gradient(
              random.nextInt(5) == 0
                  ? List.of()
                  : List.of(
                      new Fill.Stop(0, color(), 1),
                      new Fill.Stop(0.5, color(), 0.5),
                      new Fill.Stop(1, color(), 1)),
              random.nextInt(400));
      default ->
          new Fill.Pattern(any(new String[] {"ltUpDiag", "pct25", "weave", "?"}), color(), color());
    };
  }

  private Color color() {
    return new Color(random.nextInt(0x1000000));
  }

  private <T> Optional<T> maybe(Supplier<T> supplier) {
    return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
