package dev.quire.chart.plot;

import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Analysis.Bins;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes columns of the values of a histogram, and the line of a Pareto chart.
final class Histograms {
  /// More columns than these could not be told apart.
  private static final int MOST_BINS = 1_000;

  /// Scott's rule, which Excel's help names: this many standard deviations by the cube root of the
  /// number of values.
  private static final double SCOTT = 3.5;

  private Histograms() {}

  /// A column.
  private record Bar(String text, double size) {}

  /// What is drawn on the primary axes, and in a Pareto chart on the secondary ones.
  static List<Group> groups(Sketch sketch, Row row, Analysis.Histogram histogram) {
    List<Bar> bars =
        histogram.bins().map(bins -> counted(sketch, row, bins)).orElseGet(() -> byCategory(row));
    if (histogram.pareto()) {
      bars.sort((one, other) -> Double.compare(other.size(), one.size()));
    }
    List<Points> categories =
        List.of(new Points(List.of(), bars.stream().map(Bar::text).toList(), "General"));
    double[] sizes = bars.stream().mapToDouble(Bar::size).toArray();
    Row columns = row.drawn(Plot.Kind.COLUMN, row.series(), categories, sizes);
    Axes axes = sketch.space().axes();
    var groups = new ArrayList<Group>();
    groups.add(new Group(List.of(columns), axes, false));
    if (histogram.pareto()) {
      groups.add(
          new Group(
              List.of(row.drawn(Plot.Kind.LINE, line(row.series()), categories, shares(sizes))),
              new Axes(
                  axes.category().map(Histograms::hidden),
                  Optional.of(percent()),
                  Optional.empty()),
              true));
    }
    return groups;
  }

  private static List<Bar> byCategory(Row row) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int point = 0; point < row.count(); point++) {
      double value = row.value(point);
      sums.merge(row.category(point), Double.isNaN(value) ? 0 : value, Double::sum);
    }
    var bars = new ArrayList<Bar>();
    sums.forEach((category, sum) -> bars.add(new Bar(category, sum)));
    return bars;
  }

  private static List<Bar> counted(Sketch sketch, Row row, Bins bins) {
    double[] values = Arrays.stream(row.values()).filter(Double::isFinite).sorted().toArray();
    var bars = new ArrayList<Bar>();
    if (values.length == 0) {
      return bars;
    }
    double low = bins.underflow().orElse(values[0]);
    double high = Math.max(low, bins.overflow().orElse(values[values.length - 1]));
    double width = width(values, low, high, bins);
    int count = (int) Math.clamp(Math.ceil((high - low) / width - 1e-9), 1, MOST_BINS);
    var counts = new int[count];
    int below = 0;
    int beyond = 0;
    for (double value : values) {
      if (bins.underflow().isPresent() && value <= low) {
        below++;
      } else if (bins.overflow().isPresent() && value > high) {
        beyond++;
      } else {
        counts[place(value, low, width, bins.leftClosed(), count)]++;
      }
    }
    if (bins.underflow().isPresent()) {
      bars.add(new Bar("≤ " + text(sketch, row, low), below));
    }
    for (int at = 0; at < count; at++) {
      bars.add(new Bar(interval(sketch, row, bins, low, width, at, count), counts[at]));
    }
    if (bins.overflow().isPresent()) {
      bars.add(new Bar("> " + text(sketch, row, high), beyond));
    }
    return bars;
  }

  private static double width(double[] values, double low, double high, Bins bins) {
    double span = high - low;
    if (bins.width().isPresent() && bins.width().getAsDouble() > 0) {
      return bins.width().getAsDouble();
    }
    if (bins.count().isPresent() && span > 0) {
      return span / bins.count().getAsInt();
    }
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
    double width = SCOTT * deviation / Math.cbrt(values.length);
    return width > 0 && Double.isFinite(width) ? rounded(width) : 1;
  }

  /// Two digits, as bounds that people can read. ?
  private static double rounded(double width) {
    double unit = Math.pow(10, Math.floor(Math.log10(width)) - 1);
    return unit > 0 ? Math.ceil(width / unit) * unit : width;
  }

  private static int place(double value, double low, double width, boolean leftClosed, int count) {
    double steps = (value - low) / width;
    int place = (int) (leftClosed ? Math.floor(steps) : Math.ceil(steps) - 1);
    return Math.clamp(place, 0, count - 1);
  }

  /// An interval as mathematicians write it, the edge that belongs to it with a square bracket.
  private static String interval(
      Sketch sketch, Row row, Bins bins, double low, double width, int at, int count) {
    boolean first = at == 0 && bins.underflow().isEmpty();
    boolean last = at == count - 1 && bins.overflow().isEmpty();
    String open = bins.leftClosed() || first ? "[" : "(";
    String close = !bins.leftClosed() || last ? "]" : ")";
    return open
        + text(sketch, row, low + at * width)
        + ", "
        + text(sketch, row, low + (at + 1) * width)
        + close;
  }

  private static String text(Sketch sketch, Row row, double value) {
    // Sums of widths end in digits that mean nothing.
    double plain = new BigDecimal(value).round(new MathContext(10)).doubleValue();
    String format = row.numberFormat();
    boolean asCells = format.contains("%") || sketch.look().isDate(format);
    return sketch.look().number(plain, asCells ? format : "General");
  }

  private static double[] shares(double[] sizes) {
    double whole = Arrays.stream(sizes).sum();
    var shares = new double[sizes.length];
    double sum = 0;
    for (int at = 0; at < sizes.length; at++) {
      sum += sizes[at];
      shares[at] = whole == 0 ? 0 : sum / whole;
    }
    return shares;
  }

  private static Series line(Series columns) {
    return new Series(
        columns.index() + 1,
        columns.order() + 1,
        columns.name(),
        columns.categories(),
        columns.values(),
        columns.sizes(),
        ShapeFormat.AUTOMATIC,
        Marker.NONE,
        false,
        Map.of(),
        Optional.of(DataLabels.NONE),
        List.of(),
        List.of(),
        0);
  }

  private static Axis hidden(Axis axis) {
    return new Axis(
        axis.kind(),
        false,
        axis.scale(),
        axis.place(),
        axis.crossing(),
        axis.crossesBetween(),
        ChartTitle.NONE,
        Optional.empty(),
        Optional.empty(),
        axis.majorTicks(),
        axis.minorTicks(),
        Axis.Labels.NONE,
        axis.labelInterval(),
        axis.labelDegrees(),
        axis.numberFormat(),
        Line.NONE,
        axis.text());
  }

  private static Axis percent() {
    return new Axis(
        Axis.Kind.VALUE,
        true,
        new AxisScale(
            OptionalDouble.of(0),
            OptionalDouble.of(1),
            OptionalDouble.of(0.1),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false),
        Axis.Place.RIGHT,
        new Axis.Crossing.Maximum(),
        true,
        ChartTitle.NONE,
        Optional.empty(),
        Optional.empty(),
        Axis.Ticks.NONE,
        Axis.Ticks.NONE,
        Axis.Labels.NEXT_TO_AXIS,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.of("0%"),
        Line.NONE,
        ChartText.AUTOMATIC);
  }
}
