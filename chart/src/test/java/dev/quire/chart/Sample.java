package dev.quire.chart;

import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Plot.Options;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A chart as Excel makes it, with its data. Each step gives another one.
record Sample(ChartSpace space, ChartData data) {
  static final PixelSize SIZE = new PixelSize(480, 288);

  /// A chart with the usual axes, a title and a legend at the bottom.
  static Sample of(Plot... plots) {
    return new Sample(
        new ChartSpace(
            List.of(plots),
            new Axes(Optional.of(category()), Optional.of(value()), Optional.empty()),
            Optional.empty(),
            title("Chart Title", 0),
            new Legend(
                true,
                Legend.Position.BOTTOM,
                false,
                Set.of(),
                ShapeFormat.AUTOMATIC,
                ChartText.AUTOMATIC),
            DataLabels.NONE,
            ShapeFormat.AUTOMATIC,
            ShapeFormat.AUTOMATIC,
            ChartText.AUTOMATIC,
            Blanks.GAP,
            false,
            false,
            ChartTheme.OFFICE,
            Optional.empty()),
        new ChartData(List.of()));
  }

  static Plot plot(Kind kind, Grouping grouping, Options options, Series... series) {
    return new Plot(kind, grouping, false, List.of(series), false, options, Optional.empty());
  }

  static Plot onSecondary(Plot plot) {
    return new Plot(
        plot.kind(),
        plot.grouping(),
        true,
        plot.series(),
        plot.variesColors(),
        plot.options(),
        plot.labels());
  }

  static Plot varied(Plot plot) {
    return new Plot(
        plot.kind(),
        plot.grouping(),
        plot.onSecondary(),
        plot.series(),
        true,
        plot.options(),
        plot.labels());
  }

  static Plot labelled(Plot plot, DataLabels labels) {
    return new Plot(
        plot.kind(),
        plot.grouping(),
        plot.onSecondary(),
        plot.series(),
        plot.variesColors(),
        plot.options(),
        Optional.of(labels));
  }

  /// Gap 219, overlap -27: clustered columns since Excel 2013.
  static Options options(int gap, int overlap) {
    return options(gap, overlap, Optional.empty());
  }

  static Options options(int gap, int overlap, Analysis analysis) {
    return options(gap, overlap, Optional.of(analysis));
  }

  private static Options options(int gap, int overlap, Optional<Analysis> analysis) {
    Options usual = Options.USUAL;
    return new Options(
        gap,
        overlap,
        usual.holePercent(),
        usual.firstSliceDegrees(),
        usual.bubblePercent(),
        usual.bubblesByWidth(),
        usual.lines(),
        usual.filled(),
        usual.threeD(),
        usual.hiLowLines(),
        usual.dropLines(),
        usual.upBars(),
        usual.downBars(),
        usual.upDownGapPercent(),
        usual.shape(),
        usual.gapDepthPercent(),
        analysis);
  }

  static Options options(boolean lines, boolean filled) {
    Options usual = Options.USUAL;
    return new Options(
        usual.gapPercent(),
        usual.overlapPercent(),
        usual.holePercent(),
        usual.firstSliceDegrees(),
        usual.bubblePercent(),
        usual.bubblesByWidth(),
        lines,
        filled,
        usual.threeD(),
        usual.hiLowLines(),
        usual.dropLines(),
        usual.upBars(),
        usual.downBars(),
        usual.upDownGapPercent(),
        usual.shape(),
        usual.gapDepthPercent(),
        usual.analysis());
  }

  static Series series(int index) {
    return series(index, Marker.NONE, false);
  }

  static Series series(int index, Marker marker, boolean smooth) {
    return new Series(
        index,
        index,
        SeriesData.NONE,
        SeriesData.NONE,
        SeriesData.NONE,
        SeriesData.NONE,
        ShapeFormat.AUTOMATIC,
        marker,
        smooth,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        0);
  }

  static Series[] series(int count, Marker marker) {
    var series = new Series[count];
    Arrays.setAll(series, i -> series(i, marker, false));
    return series;
  }

  static Axis category() {
    return new Axis(
        Axis.Kind.CATEGORY,
        true,
        AxisScale.AUTOMATIC,
        Axis.Place.BOTTOM,
        new Axis.Crossing.Automatic(),
        true,
        ChartTitle.NONE,
        Optional.empty(),
        Optional.empty(),
        Axis.Ticks.NONE,
        Axis.Ticks.NONE,
        Axis.Labels.NEXT_TO_AXIS,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Line.AUTOMATIC,
        ChartText.AUTOMATIC);
  }

  static Axis value() {
    Axis base = category();
    return new Axis(
        Axis.Kind.VALUE,
        true,
        base.scale(),
        Axis.Place.LEFT,
        base.crossing(),
        true,
        base.title(),
        Optional.of(Line.AUTOMATIC),
        Optional.empty(),
        base.majorTicks(),
        base.minorTicks(),
        base.labels(),
        base.labelInterval(),
        base.labelDegrees(),
        base.numberFormat(),
        base.line(),
        base.text());
  }

  static ChartTitle title(String text, double degrees) {
    return new ChartTitle(
        true,
        new SeriesData.Literals(List.of(new TextValue(text)), "General"),
        false,
        ShapeFormat.AUTOMATIC,
        ChartText.AUTOMATIC,
        degrees);
  }

  static DataLabels labels(
      boolean value, boolean category, boolean percentage, DataLabels.Position position) {
    return new DataLabels(
        value,
        category,
        false,
        percentage,
        false,
        false,
        Optional.of(position),
        Optional.empty(),
        Optional.empty(),
        true,
        ShapeFormat.AUTOMATIC,
        ChartText.AUTOMATIC);
  }

  Sample titled(String text) {
    return withSpace(space -> space.withTitle(title(text, 0)));
  }

  Sample legend(boolean visible, Legend.Position position) {
    return withSpace(space ->
        space.withLegend(
            new Legend(
                visible, position, false, Set.of(), ShapeFormat.AUTOMATIC, ChartText.AUTOMATIC)));
  }

  Sample axes(Axis category, Axis value) {
    return axes(
        new Axes(Optional.of(category), Optional.of(value), Optional.empty()), space.secondary());
  }

  Sample axes(Axes primary, Optional<Axes> secondary) {
    return withSpace(space -> Spaces.withAxes(space, primary, secondary));
  }

  Sample withSpace(UnaryOperator<ChartSpace> change) {
    return new Sample(change.apply(space), data);
  }

  /// Adds a series' values; the next ones share their categories.
  Sample values(String name, List<Points> categories, String format, double... values) {
    var all = new ArrayList<>(data.series());
    all.add(new SeriesValues(name, categories, numbers(format, values), Points.NONE));
    return new Sample(space, new ChartData(all));
  }

  Sample bubbles(String name, double[] x, double[] y, double[] sizes) {
    var all = new ArrayList<>(data.series());
    all.add(
        new SeriesValues(
            name,
            List.of(numbers("General", x)),
            numbers("General", y),
            numbers("General", sizes)));
    return new Sample(space, new ChartData(all));
  }

  /// NaN for a blank.
  static Points numbers(String format, double... values) {
    NumberFormat compiled = NumberFormat.compile(format);
    List<Scalar> scalars =
        Arrays.stream(values)
            .<Scalar>mapToObj(v -> Double.isNaN(v) ? BlankValue.BLANK : new NumberValue(v))
            .toList();
    return new Points(
        scalars,
        scalars.stream().map(v -> compiled.format(v, FormatContext.EN_US)).toList(),
        format);
  }

  static List<Points> texts(String... texts) {
    return List.of(points(texts));
  }

  static Points points(String... texts) {
    return new Points(
        Arrays.stream(texts).<Scalar>map(TextValue::new).toList(), List.of(texts), "General");
  }

  byte[] png(double scale) {
    return new ChartPainter().png(space, data, SIZE, scale);
  }
}
