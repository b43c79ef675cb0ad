package dev.quire.chart;

import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.canvas.PixelCanvas;
import dev.quire.chart.canvas.SvgCanvas;
import dev.quire.chart.font.Fonts;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartSpace;

/// Draws charts. The same chart gives the same picture on every machine. Keep one: it keeps the
/// fonts that it has read. Can be used by several threads at once.
public final class ChartPainter {
  private final Fonts fonts = new Fonts();

  /// A chart as PNG.
  ///
  /// @param size of the chart in units of 1/96 inch, which is how it is laid out
  /// @param scale pixels of a unit; 2 for a sharper picture of the same
  /// @throws PictureTooLarge when the picture would be beyond the limits
  public byte[] png(ChartSpace space, ChartData data, PixelSize size, double scale) {
    var picture =
        new PixelSize(
            (int) Math.max(1, Math.ceil(size.width() * scale)),
            (int) Math.max(1, Math.ceil(size.height() * scale)));
    return png(space, data, size, new Fitting(picture, scale, 0, 0));
  }

  /// A chart as PNG, fitted into a picture of another size.
  ///
  /// @param size of the chart in units of 1/96 inch
  public byte[] png(ChartSpace space, ChartData data, PixelSize size, Fitting fitting) {
    var canvas =
        new PixelCanvas(
            fitting.picture().width(),
            fitting.picture().height(),
            fitting.scale(),
            fitting.left(),
            fitting.top());
    draw(space, data, size, canvas);
    return canvas.png();
  }

  /// A chart as an SVG document.
  ///
  /// @param size of the chart in units of 1/96 inch
  public String svg(ChartSpace space, ChartData data, PixelSize size) {
    var canvas = new SvgCanvas(size.width(), size.height());
    return canvas.document(draw(space, data, size, canvas));
  }

  private String draw(ChartSpace space, ChartData data, PixelSize size, Canvas canvas) {
    var page = new ChartPage(space, data, fonts, canvas);
    page.draw(size.width(), size.height());
    return page.title();
  }
}
