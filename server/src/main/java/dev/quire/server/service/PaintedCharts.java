package dev.quire.server.service;

import dev.quire.chart.ChartPainter;
import dev.quire.chart.Fitting.Mode;
import dev.quire.chart.PixelSize;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartSpace;

/// Pictures of charts, as the painter draws them. A chart whose own size is too large for a picture
/// is drawn as large as pictures may be.
final class PaintedCharts implements ChartPicture {
  private static final double PIXELS_A_POINT = 96.0 / 72;

  private final ChartPainter painter = new ChartPainter();

  @Override
  public byte[] png(
      ChartSpace space,
      ChartData data,
      double widthPoints,
      double heightPoints,
      int width,
      int height,
      Fitting fitting) {
    PixelSize chart = new PixelSize(pixels(widthPoints), pixels(heightPoints));
    boolean isOwn = width == 0 && height == 0;
    int within = isOwn ? chart.width() : width == 0 ? LONGEST : width;
    int below = isOwn ? chart.height() : height == 0 ? LONGEST : height;
    Mode mode = width == 0 || height == 0 ? Mode.FIT : mode(fitting);
    return painter.png(space, data, chart, dev.quire.chart.Fitting.of(chart, within, below, mode));
  }

  private static int pixels(double points) {
    return (int) Math.clamp(Math.round(points * PIXELS_A_POINT), 1, LONGEST);
  }

  private static Mode mode(Fitting fitting) {
    return switch (fitting) {
      case FIT -> Mode.FIT;
      case FIT_AND_CENTER -> Mode.FIT_AND_CENTER;
      case FILL -> Mode.FILL;
    };
  }
}
