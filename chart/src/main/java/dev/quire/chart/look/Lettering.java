package dev.quire.chart.look;

import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.font.SizedFont;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// How a text is written.
///
/// @param font with its size
/// @param argb its colour
/// @param underlined whether a line runs below it
public record Lettering(SizedFont font, int argb, boolean underlined) {
  private static final double UNDERLINE_DEPTH = 0.1;
  private static final double UNDERLINE_WIDTH = 0.06;

  /// Width of a text on one line.
  public double width(String text) {
    return font.width(text);
  }

  /// Distance of two baselines.
  public double lineHeight() {
    return font.lineHeight();
  }

  /// The same in another colour.
  public Lettering in(int other) {
    return new Lettering(font, other, underlined);
  }

  /// Writes one line, beginning at a point of its baseline.
  public void write(Canvas canvas, String text, double x, double baseline) {
    write(canvas, text, AffineTransform.getTranslateInstance(x, canvas.snap(baseline, 0)));
  }

  /// Writes one line from the origin of a moved or turned baseline.
  void write(Canvas canvas, String text, AffineTransform place) {
    if (text.isBlank()) {
      return;
    }
    canvas.letters(new Path2D.Double(font.outline(text), place), argb, text);
    if (underlined) {
      var line =
          new Rectangle2D.Double(
              0, font.size() * UNDERLINE_DEPTH, width(text), font.size() * UNDERLINE_WIDTH);
      canvas.fill(new Path2D.Double(line, place), new Paint.Solid(argb));
    }
  }
}
