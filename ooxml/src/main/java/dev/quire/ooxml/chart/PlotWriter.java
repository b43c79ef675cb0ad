package dev.quire.ooxml.chart;

import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Plot.Options;
import dev.quire.workbook.chart.Series;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Writes groups of series that are drawn in the same way, in the order of the schema.
final class PlotWriter {
  private final Markup markup;
  private final SeriesWriter series;

  PlotWriter(SeriesWriter series) {
    this.series = series;
    this.markup = series.looks().markup();
  }

  /// @param axes the ids of the axes that it is drawn on
  String plot(Plot plot, String axes) {
    Options options = plot.options();
    String all =
        plot.series().stream()
            .sorted(Comparator.comparingInt(Series::order))
            .map(each -> series.series(each, plot))
            .collect(Collectors.joining());
    String labels = plot.labels().map(series::labels).orElse("");
    String colored = markup.val("varyColors", plot.variesColors()) + all + labels;
    String grouped = markup.val("grouping", Words.GROUPINGS.word(plot.grouping())) + colored;
    String deep = options.threeD() ? "3DChart" : "Chart";
    return switch (plot.kind()) {
      case COLUMN, BAR ->
          markup.element(
              "bar" + deep,
              markup.val("barDir", plot.kind() == Kind.BAR ? "bar" : "col"),
              grouped,
              markup.val("gapWidth", options.gapPercent()),
              options.threeD()
                  ? gapDepth(options) + markup.val("shape", Words.SHAPES.word(options.shape()))
                  : markup.val("overlap", options.overlapPercent()),
              axes);
      case LINE ->
          markup.element(
              "line" + deep,
              grouped,
              lines(options),
              options.threeD() ? gapDepth(options) : marked(),
              axes);
      case AREA ->
          markup.element(
              "area" + deep,
              grouped,
              lines(options),
              options.threeD() ? gapDepth(options) : "",
              axes);
      case PIE ->
          markup.element("pie" + deep, colored, options.threeD() ? "" : firstSlice(options));
      case DOUGHNUT ->
          markup.element(
              "doughnutChart",
              colored,
              firstSlice(options),
              markup.val("holeSize", options.holePercent()));
      case PIE_OF_PIE, BAR_OF_PIE ->
          markup.element(
              "ofPieChart",
              markup.val("ofPieType", plot.kind() == Kind.BAR_OF_PIE ? "bar" : "pie"),
              colored,
              markup.val("gapWidth", options.gapPercent()),
              markup.val("secondPieSize", 75),
              markup.element("serLines"));
      case SCATTER ->
          markup.element(
              "scatterChart",
              markup.val("scatterStyle", options.lines() ? "lineMarker" : "marker"),
              colored,
              axes);
      case BUBBLE ->
          markup.element(
              "bubbleChart",
              colored,
              markup.val("bubbleScale", options.bubblePercent()),
              markup.val("showNegBubbles", false),
              markup.val("sizeRepresents", options.bubblesByWidth() ? "w" : "area"),
              axes);
      case RADAR ->
          markup.element(
              "radarChart",
              markup.val("radarStyle", options.filled() ? "filled" : "marker"),
              colored,
              axes);
      case STOCK -> markup.element("stockChart", all, labels, lines(options), axes);
      case SURFACE ->
          markup.element(
              "surface" + deep,
              markup.val("wireframe", !options.filled()),
              all,
              markup.element("bandFmts"),
              axes);
    };
  }

  private String gapDepth(Options options) {
    return options.gapDepthPercent() == Options.USUAL.gapDepthPercent()
        ? ""
        : markup.val("gapDepth", options.gapDepthPercent());
  }

  private String marked() {
    return markup.val("marker", true);
  }

  private String firstSlice(Options options) {
    return markup.val("firstSliceAng", options.firstSliceDegrees());
  }

  /// Drop lines, lines from high to low, and bars from the first to the last series.
  private String lines(Options options) {
    LookWriter looks = series.looks();
    boolean bars = options.upBars().isPresent() || options.downBars().isPresent();
    return options.dropLines().map(each -> line("dropLines", looks.lineOnly(each))).orElse("")
        + options.hiLowLines().map(each -> line("hiLowLines", looks.lineOnly(each))).orElse("")
        + (bars
            ? markup.element(
                "upDownBars",
                markup.val("gapWidth", options.upDownGapPercent()),
                options.upBars().map(each -> line("upBars", looks.shape(each))).orElse(""),
                options.downBars().map(each -> line("downBars", looks.shape(each))).orElse(""))
            : "");
  }

  private String line(String name, String look) {
    return markup.element(name, look);
  }
}
