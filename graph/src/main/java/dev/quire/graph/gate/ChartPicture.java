package dev.quire.graph.gate;

import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartSpace;

/// Draws charts.
public interface ChartPicture {
  /// The longest side that can be asked for, in pixels.
  int LONGEST = 4_000;

  /// How a chart fits into a picture of another shape (semantics §10, D).
  enum Fitting {
    /// As large as it fits, the picture being as large as the chart then.
    FIT,
    /// As large as it fits, in the middle of the picture.
    FIT_AND_CENTER,
    /// So large that it fills the picture; what stands over is cut off.
    FILL
  }

  /// The bytes of a PNG.
  ///
  /// @param widthPoints width of the chart on its sheet
  /// @param heightPoints height of the chart on its sheet
  /// @param width of the picture in pixels, at most [#LONGEST]; 0 for that of the chart
  /// @param height of the picture in pixels, at most [#LONGEST]; 0 for that of the chart
  byte[] png(
      ChartSpace space,
      ChartData data,
      double widthPoints,
      double heightPoints,
      int width,
      int height,
      Fitting fitting);
}
