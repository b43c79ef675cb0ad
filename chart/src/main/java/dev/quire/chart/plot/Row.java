package dev.quire.chart.plot;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.Series.PointFormat;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A series with its values, ready to be drawn.
///
/// @param plot that it belongs to
/// @param series its formats
/// @param data what its cells hold
/// @param name as shown
/// @param values numbers; NaN for blanks and errors, unless the chart draws them as zero
public record Row(Plot plot, Series series, SeriesValues data, String name, double[] values) {
  private static final int MOST_EXPLOSION = 400;
  private static final SeriesValues NOTHING =
      new SeriesValues("", List.of(), Points.NONE, Points.NONE);

  /// The series of a chart in their order. A series without values counts as empty.
  public static List<Row> of(ChartSpace space, List<SeriesValues> data) {
    List<Series> all = space.series();
    return IntStream.range(0, all.size())
        .mapToObj(i -> row(space, all.get(i), i, i < data.size() ? data.get(i) : NOTHING))
        .toList();
  }

  private static Row row(ChartSpace space, Series series, int place, SeriesValues data) {
    Plot plot =
        space.plots().stream()
            .filter(one -> one.series().stream().anyMatch(other -> other == series))
            .findFirst()
            .orElseThrow();
    String name = data.name().isEmpty() ? "Series" + (place + 1) : data.name();
    return new Row(plot, series, data, name, numbers(data.values(), space.blanks() == Blanks.ZERO));
  }

  private static double[] numbers(Points points, boolean blankIsZero) {
    return points.values().stream().mapToDouble(value -> number(value, blankIsZero)).toArray();
  }

  private static double number(Scalar value, boolean blankIsZero) {
    return switch (value) {
      case NumberValue(double number) -> number;
      // Excel draws texts as zero.
      case TextValue text -> 0;
      case LogicalValue logical -> logical.truth() ? 1 : 0;
      case BlankValue blank -> blankIsZero ? 0 : Double.NaN;
      case ErrorValue _ -> Double.NaN;
    };
  }

  /// A series that is not seen and only tells what the axes show.
  ///
  /// @param categories below its points, innermost level first
  Row unseen(List<Points> categories, double[] others) {
    var hidden = series.withFormat(new ShapeFormat(Fill.NONE, Line.NONE)).withMarker(Marker.NONE);
    return drawn(
        Plot.Kind.LINE, hidden.withLabels(Optional.of(DataLabels.NONE)), categories, others);
  }

  /// The series with other values, in a plot of its own.
  Row drawn(Plot.Kind kind, Series looks, List<Points> categories, double[] others) {
    var own =
        new Plot(
            kind,
            Plot.Grouping.CLUSTERED,
            false,
            List.of(looks),
            false,
            plot.options(),
            plot.labels());
    List<Scalar> numbers =
        Arrays.stream(others)
            .<Scalar>mapToObj(
                each -> Double.isFinite(each) ? new NumberValue(each) : BlankValue.BLANK)
            .toList();
    var points = new Points(numbers, List.of(), data.values().numberFormat());
    return new Row(
        own, looks, new SeriesValues(data.name(), categories, points, Points.NONE), name, others);
  }

  /// Number of points, those without a value among them.
  public int count() {
    return values.length;
  }

  /// The value of a point; NaN beyond the last one.
  double value(int point) {
    return point < values.length ? values[point] : Double.NaN;
  }

  /// Numbers along the x axis: 1, 2, 3… when there are none, or any is a text.
  double[] places() {
    var given =
        data.categories().isEmpty() ? List.<Scalar>of() : data.categories().getFirst().values();
    boolean counted = given.isEmpty() || given.stream().anyMatch(TextValue.class::isInstance);
    var places = new double[values.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = counted ? i + 1 : i < given.size() ? number(given.get(i), false) : Double.NaN;
    }
    return places;
  }

  /// Sizes of bubbles; 1 where there are none.
  double[] sizes() {
    var given = data.sizes().values();
    var sizes = new double[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = given.isEmpty() ? 1 : i < given.size() ? number(given.get(i), false) : Double.NaN;
    }
    return sizes;
  }

  /// The text below a point.
  String category(int point) {
    if (data.categories().isEmpty()) {
      return Integer.toString(point + 1);
    }
    var texts = data.categories().getFirst().texts();
    return point < texts.size() ? texts.get(point) : "";
  }

  /// Format of its values.
  String numberFormat() {
    return data.values().numberFormat();
  }

  /// How a point looks, where it differs from the series.
  Optional<PointFormat> point(int index) {
    return Optional.ofNullable(series.points().get(index));
  }

  /// How the shape of a point looks: what the point leaves open the series says.
  ShapeFormat format(int index) {
    return point(index)
        .map(PointFormat::format)
        .map(own ->
            new ShapeFormat(
                own.fill() instanceof Fill.Automatic ? series.format().fill() : own.fill(),
                own.line().fill() instanceof Fill.Automatic ? series.format().line() : own.line()))
        .orElse(series.format());
  }

  /// How far a slice is drawn out of its pie, in radii.
  double explosion(int index) {
    int percent =
        point(index).flatMap(PointFormat::explosionPercent).orElse(series.explosionPercent());
    return Math.clamp(percent, 0, MOST_EXPLOSION) / 100.0;
  }

  /// The most of its slices.
  double mostExplosion() {
    return IntStream.concat(IntStream.of(-1), series.points().keySet().stream().mapToInt(i -> i))
        .mapToDouble(this::explosion)
        .max()
        .orElse(0);
  }

  /// Which automatic colour a point has.
  int accent(int point) {
    return plot.variesColors() && plot.series().size() == 1 ? point : series.index();
  }
}
