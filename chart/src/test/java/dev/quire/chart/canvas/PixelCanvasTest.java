package dev.quire.chart.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PixelCanvasTest {
  private static final Paint BLACK = new Paint.Solid(0xFF000000);

  private static Path2D rectangle(double x, double y, double width, double height) {
    return new Path2D.Double(new Rectangle2D.Double(x, y, width, height));
  }

  private static double ink(PixelCanvas canvas) {
    double ink = 0;
    for (int pixel : canvas.pixels()) {
      ink += 1 - (pixel & 0xFF) / 255.0;
    }
    return ink;
  }

  @Test
  void wholePixelsAreCoveredWholly() {
    var canvas = new PixelCanvas(6, 4, 1, 0, 0);
    canvas.fill(rectangle(1, 1, 3, 2), BLACK);
    int[] pixels = canvas.pixels();
    assertEquals(0xFFFFFF, pixels[0]);
    assertEquals(0, pixels[6 + 1]);
    assertEquals(0, pixels[12 + 3]);
    assertEquals(6, ink(canvas), 1e-9);
  }

  @Test
  void circlesHaveTheirArea() {
    var canvas = new PixelCanvas(100, 100, 2, 0, 0);
    canvas.fill(new Path2D.Double(new Ellipse2D.Double(5, 5, 40, 40)), BLACK);
    assertEquals(Math.PI * 40 * 40, ink(canvas), 25);
  }

  @Test
  void holesOfTheOtherDirectionStayOpen() {
    var canvas = new PixelCanvas(10, 10, 1, 0, 0);
    Path2D frame = rectangle(0, 0, 10, 10);
    frame.moveTo(2, 2);
    frame.lineTo(2, 8);
    frame.lineTo(8, 8);
    frame.lineTo(8, 2);
    frame.closePath();
    canvas.fill(frame, BLACK);
    assertEquals(100 - 36, ink(canvas), 1e-9);
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    var canvas = new PixelCanvas(10, 10, 1, 0, 0);
    canvas.fill(rectangle(-1e9, 4, 1e9 + 5, 1e30), BLACK);
    assertEquals(30, ink(canvas), 1e-9);
    canvas.fill(rectangle(20, 20, 5, 5), BLACK);
    canvas.fill(rectangle(Double.NaN, 0, 5, 5), BLACK);
    assertTrue(ink(canvas) <= 100);
  }

  @Test
  void clippingEndsWhereItWasBegun() {
    var canvas = new PixelCanvas(10, 10, 1, 0, 0);
    canvas.clip(new Box(0, 0, 5, 5));
    canvas.clip(new Box(3, 3, 5, 5));
    canvas.fill(rectangle(0, 0, 10, 10), BLACK);
    assertEquals(4, ink(canvas), 1e-9);
    canvas.unclip();
    canvas.fill(rectangle(0, 0, 10, 10), BLACK);
    assertEquals(25, ink(canvas), 1e-9);
  }

  @Test
  void linesHaveTheirWidth() {
    var canvas = new PixelCanvas(40, 40, 1, 0, 0);
    var line = new Path2D.Double();
    line.moveTo(5, 20);
    line.lineTo(35, 20);
    canvas.stroke(line, Pen.solid(0xFF000000, 2));
    assertEquals(60, ink(canvas), 1e-6);
    canvas.stroke(line, new Pen(BLACK, 2, List.of(1e-9, 1e-9), false));
    assertEquals(60, ink(canvas), 1e-6);
  }

  @Test
  void halfOpaqueColorsMix() {
    var canvas = new PixelCanvas(1, 1, 1, 0, 0);
    canvas.fill(rectangle(0, 0, 1, 1), new Paint.Solid(0x80FF0000));
    assertEquals(0xFF7F7F, canvas.pixels()[0]);
  }

  /// More colours than a palette has, and fewer.
  @Test
  void pngHoldsThePixels() throws IOException {
    for (int colors : new int[] {3, 5_000}) {
      var canvas = new PixelCanvas(100, 50, 1, 0, 0);
      for (int i = 0; i < colors && i < 5_000; i++) {
        canvas.fill(
            rectangle(i % 100, i / 100, 1, 1), new Paint.Solid(0xFF000000 | i * 977 % 0xFFFFFF));
      }
      var image = ImageIO.read(new ByteArrayInputStream(canvas.png()));
      int[] pixels = canvas.pixels();
      for (int i = 0; i < pixels.length; i++) {
        assertEquals(pixels[i], image.getRGB(i % 100, i / 100) & 0xFFFFFF);
      }
    }
  }
}
