package dev.quire.workbook.chart;

/// What of a chart has a look of its own that can be changed.
public sealed interface ChartElement {
  /// The background of the whole chart, and its texts that say nothing else.
  record Whole() implements ChartElement {}

  /// The title.
  record Title() implements ChartElement {}

  /// The legend.
  record LegendBox() implements ChartElement {}

  /// The texts at the points.
  record Labels() implements ChartElement {}

  /// Something of a primary axis.
  record OfAxis(AxisRole axis, Part part) implements ChartElement {}

  /// A series.
  ///
  /// @param series its place in [ChartSpace#series]
  record OfSeries(int series) implements ChartElement {}

  /// A point of a series.
  ///
  /// @param series its place in [ChartSpace#series]
  /// @param point zero-based
  record OfPoint(int series, int point) implements ChartElement {}

  /// Parts of an axis.
  enum Part {
    /// Its line and its labels.
    LINE,
    TITLE,
    MAJOR_GRIDLINES,
    MINOR_GRIDLINES
  }
}
