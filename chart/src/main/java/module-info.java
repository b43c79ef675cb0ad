/// What a chart looks like: from a chart and its values to a picture, as PNG or SVG. Never knows
/// files, sessions or requests, and asks nothing of the machine: letters come from packaged fonts,
/// pixels from our own rasteriser. Start at [dev.quire.chart.ChartPainter].
@org.jspecify.annotations.NullMarked
module dev.quire.chart {
  requires static transitive org.jspecify;
  requires transitive dev.quire.workbook;
  requires java.desktop;

  exports dev.quire.chart;
}
