package dev.quire.chart;

import static dev.quire.chart.Sample.category;
import static dev.quire.chart.Sample.labelled;
import static dev.quire.chart.Sample.labels;
import static dev.quire.chart.Sample.numbers;
import static dev.quire.chart.Sample.onSecondary;
import static dev.quire.chart.Sample.options;
import static dev.quire.chart.Sample.plot;
import static dev.quire.chart.Sample.points;
import static dev.quire.chart.Sample.series;
import static dev.quire.chart.Sample.texts;
import static dev.quire.chart.Sample.value;
import static dev.quire.chart.Sample.varied;

import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Plot.Options;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.chart.Trendline;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/// The charts of docs/charts.md, by name: every kind with plausible data.
final class Gallery {
  private static final List<Points> CITIES = texts("Oslo", "Lisbon", "Vienna", "Athens");
  private static final List<Points> MONTHS =
      texts("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Gallery() {}

  static Map<String, Sample> all() {
    var all = new LinkedHashMap<String, Sample>();
    columns(all);
    bars(all);
    lines(all);
    areas(all);
    rounds(all);
    scatters(all);
    combined(all);
    others(all);
    DeepGallery.addTo(all);
    all.replaceAll((_, sample) -> sample.withSpace(Explicit::of));
    AutomaticGallery.addTo(all);
    NewerGallery.addTo(all);
    return all;
  }

  static Sample of(String name) {
    return Optional.ofNullable(all().get(name)).orElseThrow();
  }

  private static Sample quarters(Sample sample) {
    return sample
        .values("2023", CITIES, "General", 4.3, 2.5, 3.5, 4.5)
        .values("2024", CITIES, "General", 2.4, 4.4, 1.8, 2.8)
        .values("2025", CITIES, "General", 2, 2, 3, 5);
  }

  private static Sample cluster(Kind kind, Grouping grouping, Options options) {
    return quarters(Sample.of(plot(kind, grouping, options, series(3, Marker.NONE))));
  }

  private static void columns(Map<String, Sample> all) {
    all.put(
        "column-clustered",
        cluster(Kind.COLUMN, Grouping.CLUSTERED, options(219, -27)).titled("Clustered columns"));
    all.put(
        "column-stacked",
        cluster(Kind.COLUMN, Grouping.STACKED, options(150, 100)).titled("Stacked columns"));
    all.put(
        "column-stacked-100",
        cluster(Kind.COLUMN, Grouping.PERCENT_STACKED, options(150, 100))
            .titled("Columns stacked to 100 %"));
    all.put(
        "column-negative-labels",
        Sample.of(
                labelled(
                    plot(Kind.COLUMN, Grouping.CLUSTERED, options(80, 0), series(1, Marker.NONE)),
                    labels(true, false, false, Position.OUTSIDE_END)))
            .titled("Result by month, k€")
            .legend(false, Legend.Position.BOTTOM)
            .axes(low(category()), value())
            .values(
                "Result", MONTHS, "#,##0", 1200, 860, -340, -720, 150, 940, 1310, 1180, 420, -90,
                -410, 260));
  }

  private static void bars(Map<String, Sample> all) {
    all.put(
        "bar-clustered",
        cluster(Kind.BAR, Grouping.CLUSTERED, options(182, 0))
            .titled("Clustered bars")
            .legend(true, Legend.Position.RIGHT));
    all.put(
        "bar-stacked",
        cluster(Kind.BAR, Grouping.STACKED, options(150, 100)).titled("Stacked bars"));
    all.put(
        "bar-stacked-100",
        cluster(Kind.BAR, Grouping.PERCENT_STACKED, options(150, 100))
            .titled("Bars stacked to 100 %"));
  }

  private static void lines(Map<String, Sample> all) {
    all.put(
        "line",
        Sample.of(plot(Kind.LINE, Grouping.STANDARD, Options.USUAL, series(3, Marker.NONE)))
            .titled("Visitors by month")
            .values("Museum", MONTHS, "#,##0", thousands(3, 12_000, 5_000))
            .values("Castle", MONTHS, "#,##0", thousands(5, 9_000, 7_000))
            .values("Park", MONTHS, "#,##0", thousands(8, 16_000, 4_000)));
    all.put(
        "line-markers",
        quarters(
                Sample.of(
                    plot(Kind.LINE, Grouping.STANDARD, Options.USUAL, series(3, Marker.AUTOMATIC))))
            .titled("Line with markers"));
    all.put(
        "line-dates-trend",
        Sample.of(
                plot(
                    Kind.LINE,
                    Grouping.STANDARD,
                    Options.USUAL,
                    trend(series(0), Trendline.Kind.LINEAR, 2)))
            .titled("Price by day, with trend")
            .axes(dated(category(), "d mmm yy"), value())
            .values("Price", List.of(days(45_658, 120)), "0.00", walk(11, 120, 40, 1.4)));
    all.put(
        "line-drop-high-low",
        Sample.of(plot(Kind.LINE, Grouping.STANDARD, upDown(), series(2, Marker.NONE)))
            .titled("Up and down bars")
            .values("Open", MONTHS, "General", 12, 14, 13, 16, 18, 17, 19, 22, 21, 20, 24, 25)
            .values("Close", MONTHS, "General", 14, 13, 16, 18, 17, 19, 22, 21, 20, 24, 25, 23));
  }

  private static void areas(Map<String, Sample> all) {
    all.put("area", area(Grouping.STANDARD).titled("Area"));
    all.put("area-stacked", area(Grouping.STACKED).titled("Stacked area"));
    all.put("area-stacked-100", area(Grouping.PERCENT_STACKED).titled("Area stacked to 100 %"));
  }

  private static Sample area(Grouping grouping) {
    return Sample.of(plot(Kind.AREA, grouping, Options.USUAL, series(3, Marker.NONE)))
        .axes(category(), atCategories(value()))
        .values("Water", MONTHS, "General", 40, 42, 45, 47, 52, 50, 48, 45, 44, 46, 43, 41)
        .values("Wind", MONTHS, "General", 30, 28, 26, 22, 18, 15, 14, 16, 21, 25, 29, 31)
        .values("Sun", MONTHS, "General", 5, 8, 14, 20, 26, 30, 31, 27, 19, 11, 6, 4);
  }

  private static void rounds(Map<String, Sample> all) {
    all.put(
        "pie",
        round(Kind.PIE, labels(false, true, true, Position.BEST_FIT))
            .titled("Sales by region")
            .legend(false, Legend.Position.BOTTOM));
    all.put("pie-legend", round(Kind.PIE, DataLabels.NONE).titled("Sales by region"));
    all.put("doughnut", round(Kind.DOUGHNUT, DataLabels.NONE).titled("Doughnut"));
    all.put(
        "pie-of-pie",
        round(Kind.PIE_OF_PIE, labels(false, false, true, Position.BEST_FIT)).titled("Pie of pie"));
    all.put(
        "bar-of-pie",
        round(Kind.BAR_OF_PIE, labels(false, false, true, Position.BEST_FIT)).titled("Bar of pie"));
  }

  private static Sample round(Kind kind, DataLabels labels) {
    Plot plot = varied(plot(kind, Grouping.STANDARD, Options.USUAL, series(0)));
    return Sample.of(labelled(plot, labels))
        .values(
            "Sales",
            texts("North", "South", "East", "West", "Islands", "Abroad"),
            "General",
            8.2,
            3.2,
            1.9,
            1.4,
            0.9,
            0.6);
  }

  private static void scatters(Map<String, Sample> all) {
    var random = new Random(4);
    var x = random.doubles(60, 0, 10).toArray();
    var y = Arrays.stream(x).map(v -> 12 + 3 * v + random.nextGaussian() * 4).toArray();
    all.put(
        "scatter-trend",
        Sample.of(
                plot(
                    Kind.SCATTER,
                    Grouping.STANDARD,
                    options(false, false),
                    trend(series(0, Marker.AUTOMATIC, false), Trendline.Kind.LINEAR, 2)))
            .titled("Weight and length")
            .axes(
                titled(measured(category()), "Length, cm", 0),
                titled(strong(value()), "Weight, g", -90))
            .legend(false, Legend.Position.BOTTOM)
            .values("Fish", List.of(numbers("General", x)), "General", y));
    double[] t = IntStream.range(0, 13).mapToDouble(i -> i * 0.5).toArray();
    all.put(
        "scatter-smooth",
        Sample.of(
                plot(
                    Kind.SCATTER,
                    Grouping.STANDARD,
                    options(true, false),
                    series(0, Marker.AUTOMATIC, true),
                    series(1, Marker.NONE, true)))
            .titled("Smooth lines")
            .axes(measured(category()), strong(value()))
            .values(
                "Sine",
                List.of(numbers("General", t)),
                "General",
                Arrays.stream(t).map(Math::sin).toArray())
            .values(
                "Damped",
                List.of(numbers("General", t)),
                "General",
                Arrays.stream(t).map(v -> Math.cos(v * 2) * Math.exp(-v / 3)).toArray()));
    all.put(
        "bubble",
        Sample.of(plot(Kind.BUBBLE, Grouping.STANDARD, Options.USUAL, series(2, Marker.NONE)))
            .titled("Bubbles")
            .axes(measured(category()), strong(value()))
            .bubbles(
                "Towns",
                new double[] {1, 2.5, 4, 5.5, 7},
                new double[] {12, 30, 18, 40, 26},
                new double[] {4, 9, 2, 16, 7})
            .bubbles(
                "Villages",
                new double[] {1.5, 3.2, 6.1, 7.6},
                new double[] {35, 8, 12, 36},
                new double[] {3, 1, 2, 4}));
  }

  private static void combined(Map<String, Sample> all) {
    all.put(
        "combined-secondary",
        Sample.of(
                plot(Kind.COLUMN, Grouping.CLUSTERED, options(60, 0), series(0)),
                onSecondary(
                    plot(
                        Kind.LINE,
                        Grouping.STANDARD,
                        Options.USUAL,
                        series(1, Marker.AUTOMATIC, false))))
            .titled("Rain and temperature")
            .axes(
                new Axes(
                    Optional.of(category()),
                    Optional.of(titled(value(), "Rain, mm", -90)),
                    Optional.empty()),
                Optional.of(
                    new Axes(
                        Optional.of(hidden(category())),
                        Optional.of(
                            titled(
                                crossing(ungridded(value()), new Axis.Crossing.Maximum()),
                                "Temperature, °C",
                                -90)),
                        Optional.empty())))
            .values("Rain", MONTHS, "General", 52, 45, 48, 40, 62, 70, 68, 60, 50, 55, 61, 58)
            .values(
                "Temperature",
                MONTHS,
                "0",
                -1.5,
                0.4,
                4.8,
                9.9,
                14.6,
                17.8,
                19.9,
                19.4,
                15.2,
                9.8,
                4.1,
                0.2));
    all.put(
        "error-bars",
        Sample.of(
                plot(
                    Kind.COLUMN,
                    Grouping.CLUSTERED,
                    options(219, -27),
                    errors(series(0)),
                    errors(series(1))))
            .titled("Error bars")
            .values("Before", CITIES, "General", 4.3, 2.5, 3.5, 4.5)
            .values("After", CITIES, "General", 2.4, 4.4, 1.8, 2.8));
    all.put(
        "log-axis",
        Sample.of(plot(Kind.LINE, Grouping.STANDARD, Options.USUAL, series(2, Marker.AUTOMATIC)))
            .titled("Logarithmic axis")
            .axes(category(), logarithmic(value()))
            .values(
                "Cases", MONTHS, "#,##0", 3, 9, 24, 80, 260, 700, 2_400, 6_900, 15_000, 31_000,
                52_000, 71_000)
            .values(
                "Healed", MONTHS, "#,##0", 1, 2, 8, 25, 90, 300, 900, 3_100, 8_800, 21_000, 44_000,
                66_000));
    all.put(
        "multi-level",
        Sample.of(plot(Kind.COLUMN, Grouping.CLUSTERED, options(80, 0), series(2, Marker.NONE)))
            .titled("Two levels of categories")
            .values("Plan", levels(), "General", 12, 14, 11, 17, 15, 16, 18, 21)
            .values("Actual", levels(), "General", 11, 15, 13, 16, 17, 15, 20, 22));
  }

  private static List<Points> levels() {
    return List.of(
        points("Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"),
        points("2024", "", "", "", "2025", "", "", ""));
  }

  private static void others(Map<String, Sample> all) {
    all.put("radar", radar(Marker.NONE, false).titled("Radar"));
    all.put("radar-markers", radar(Marker.AUTOMATIC, false).titled("Radar with markers"));
    all.put("radar-filled", radar(Marker.NONE, true).titled("Filled radar"));
    all.put("stock-hlc", stock(3).titled("High, low, close"));
    all.put("stock-ohlc", stock(4).titled("Open, high, low, close"));
    all.put("stock-volume", volume().titled("Volume and prices"));
    all.put(
        "long-labels",
        Sample.of(plot(Kind.COLUMN, Grouping.CLUSTERED, options(80, 0), series(0)))
            .titled(
                "A long title that says in full what the chart shows and goes on to a second line")
            .legend(true, Legend.Position.RIGHT)
            .values(
                "Members",
                texts(
                    "Agriculture and forestry",
                    "Building",
                    "Energy supply",
                    "Hotels and restaurants",
                    "Insurance",
                    "Manufacturing",
                    "Public administration",
                    "Transport"),
                "#,##0",
                1820,
                2640,
                940,
                3110,
                1270,
                4480,
                3890,
                2210));
  }

  private static Sample radar(Marker marker, boolean filled) {
    List<Points> skills = texts("Speed", "Comfort", "Safety", "Price", "Range", "Looks");
    return Sample.of(
            plot(
                Kind.RADAR,
                Grouping.STANDARD,
                options(true, filled),
                series(0, marker, false),
                series(1, marker, false)))
        .values("Model A", skills, "General", 4, 3.5, 5, 2, 4.5, 3)
        .values("Model B", skills, "General", 2.5, 4.5, 3, 4.5, 2, 4);
  }

  private static Sample stock(int prices) {
    double[] closes = walk(21, 20, 50, 2);
    var random = new Random(7);
    var open = new double[20];
    var high = new double[20];
    var low = new double[20];
    for (int i = 0; i < 20; i++) {
      open[i] = i == 0 ? 50 : closes[i - 1];
      high[i] = Math.max(open[i], closes[i]) + random.nextDouble() * 2;
      low[i] = Math.min(open[i], closes[i]) - random.nextDouble() * 2;
    }
    List<Points> dates = List.of(days(45_901, 20));
    Sample sample =
        Sample.of(
                plot(
                    Kind.STOCK, Grouping.STANDARD, upDownOptions(prices == 4), stockSeries(prices)))
            .axes(dated(category(), "d mmm"), scaled(value(), 45, 70));
    if (prices == 4) {
      sample = sample.values("Open", dates, "0", open);
    }
    return sample
        .values("High", dates, "0", high)
        .values("Low", dates, "0", low)
        .values("Close", dates, "0", closes);
  }

  private static Sample volume() {
    Sample prices = stock(3);
    var volume = new Random(3).doubles(20, 20_000, 90_000).toArray();
    Sample sample =
        Sample.of(
                plot(Kind.COLUMN, Grouping.CLUSTERED, options(80, 0), series(0)),
                onSecondary(
                    plot(
                        Kind.STOCK,
                        Grouping.STANDARD,
                        upDownOptions(false),
                        series(1, Marker.AUTOMATIC, false),
                        series(2, Marker.AUTOMATIC, false),
                        series(3, Marker.AUTOMATIC, false))))
            .axes(
                new Axes(
                    Optional.of(dated(category(), "d mmm")),
                    Optional.of(scaled(value(), 0, 300_000)),
                    Optional.empty()),
                Optional.of(
                    new Axes(
                        Optional.of(hidden(dated(category(), "d mmm"))),
                        Optional.of(
                            scaled(
                                crossing(ungridded(value()), new Axis.Crossing.Maximum()), 30, 70)),
                        Optional.empty())))
            .values("Volume", List.of(days(45_901, 20)), "#,##0", volume);
    for (var values : prices.data().series()) {
      var all = new ArrayList<>(sample.data().series());
      all.add(values);
      sample = new Sample(sample.space(), new ChartData(all));
    }
    return sample;
  }

  private static Series[] stockSeries(int count) {
    return series(count, Marker.AUTOMATIC);
  }

  private static Options upDown() {
    return upDownOptions(true);
  }

  private static Options upDownOptions(boolean bars) {
    Options usual = Options.USUAL;
    var format = bars ? Optional.of(ShapeFormat.AUTOMATIC) : Optional.<ShapeFormat>empty();
    return new Options(
        usual.gapPercent(),
        0,
        usual.holePercent(),
        0,
        100,
        false,
        true,
        false,
        false,
        Optional.of(Line.AUTOMATIC),
        Optional.empty(),
        format,
        format,
        150,
        usual.shape(),
        usual.gapDepthPercent(),
        usual.analysis());
  }

  private static Series trend(Series series, Trendline.Kind kind, int order) {
    return with(
        series,
        List.of(
            new Trendline(
                kind,
                Optional.empty(),
                order,
                0,
                0,
                OptionalDouble.empty(),
                true,
                true,
                Line.AUTOMATIC)),
        List.of());
  }

  private static Series errors(Series series) {
    return with(
        series,
        List.of(),
        List.of(
            new ErrorBars(
                false, true, true, true, new ErrorBars.Amount.Percent(15), Line.AUTOMATIC)));
  }

  private static Series with(Series s, List<Trendline> trends, List<ErrorBars> errors) {
    return new Series(
        s.index(),
        s.order(),
        s.name(),
        s.categories(),
        s.values(),
        s.sizes(),
        s.format(),
        s.marker(),
        s.smooth(),
        s.points(),
        s.labels(),
        trends,
        errors,
        s.explosionPercent());
  }

  private static Axis change(
      Axis a,
      Axis.Kind kind,
      boolean visible,
      AxisScale scale,
      Axis.Crossing crossing,
      boolean between,
      ChartTitle title,
      Optional<Line> grid,
      Axis.Labels labels,
      Optional<String> format,
      Line line) {
    return new Axis(
        kind,
        visible,
        scale,
        a.place(),
        crossing,
        between,
        title,
        grid,
        a.minorGridlines(),
        a.majorTicks(),
        a.minorTicks(),
        labels,
        a.labelInterval(),
        a.labelDegrees(),
        format,
        line,
        a.text());
  }

  private static Axis low(Axis a) {
    return change(
        a,
        a.kind(),
        true,
        a.scale(),
        a.crossing(),
        true,
        a.title(),
        a.majorGridlines(),
        Axis.Labels.LOW,
        a.numberFormat(),
        a.line());
  }

  private static Axis hidden(Axis a) {
    return change(
        a,
        a.kind(),
        false,
        a.scale(),
        a.crossing(),
        true,
        a.title(),
        Optional.empty(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Axis ungridded(Axis a) {
    return change(
        a,
        a.kind(),
        true,
        a.scale(),
        a.crossing(),
        true,
        a.title(),
        Optional.empty(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Axis crossing(Axis a, Axis.Crossing crossing) {
    return change(
        a,
        a.kind(),
        true,
        a.scale(),
        crossing,
        true,
        a.title(),
        a.majorGridlines(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Axis titled(Axis a, String title, double degrees) {
    return change(
        a,
        a.kind(),
        true,
        a.scale(),
        a.crossing(),
        a.crossesBetween(),
        Sample.title(title, degrees),
        a.majorGridlines(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Axis dated(Axis a, String format) {
    return change(
        a,
        Axis.Kind.DATE,
        true,
        a.scale(),
        a.crossing(),
        true,
        a.title(),
        a.majorGridlines(),
        a.labels(),
        Optional.of(format),
        a.line());
  }

  private static Axis atCategories(Axis a) {
    return change(
        a,
        a.kind(),
        true,
        a.scale(),
        a.crossing(),
        false,
        a.title(),
        a.majorGridlines(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Line strongLine() {
    return new Line(
        new Fill.Solid(new Color(0xBFBFBF), 1), OptionalDouble.empty(), Line.Dash.SOLID, false);
  }

  private static Axis strong(Axis a) {
    return change(
        a,
        Axis.Kind.VALUE,
        true,
        a.scale(),
        a.crossing(),
        false,
        a.title(),
        Optional.of(Line.AUTOMATIC),
        a.labels(),
        a.numberFormat(),
        strongLine());
  }

  private static Axis measured(Axis a) {
    return strong(a);
  }

  private static Axis scaled(Axis a, double min, double max) {
    return change(
        a,
        a.kind(),
        true,
        new AxisScale(
            OptionalDouble.of(min),
            OptionalDouble.of(max),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false),
        a.crossing(),
        true,
        a.title(),
        a.majorGridlines(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static Axis logarithmic(Axis a) {
    return change(
        a,
        a.kind(),
        true,
        new AxisScale(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(10),
            false),
        a.crossing(),
        true,
        a.title(),
        a.majorGridlines(),
        a.labels(),
        a.numberFormat(),
        a.line());
  }

  private static double[] thousands(int seed, double base, double spread) {
    var values = new double[12];
    for (int i = 0; i < 12; i++) {
      values[i] =
          Math.round(base + spread * Math.sin((i - 3) / 12.0 * 2 * Math.PI) + seed * 37 * (i % 3));
    }
    return values;
  }

  private static double[] walk(int seed, int count, double start, double step) {
    var random = new Random(seed);
    var values = new double[count];
    double at = start;
    for (int i = 0; i < count; i++) {
      at += random.nextGaussian() * step + 0.1;
      values[i] = Math.round(at * 100) / 100.0;
    }
    return values;
  }

  private static Points days(int first, int count) {
    return numbers("d mmm yy", IntStream.range(0, count).mapToDouble(i -> first + i).toArray());
  }
}
