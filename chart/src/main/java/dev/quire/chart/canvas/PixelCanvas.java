package dev.quire.chart.canvas;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Draws into pixels, on white.
public final class PixelCanvas implements Canvas {
  private static final double FLATNESS = 0.1;
  private static final double HAIRLINE = 0.05;
  private static final double FARTHEST = 1e6;
  private static final double FINEST = 0.7;
  private static final double MOST_DASHES = 50_000;
  private static final float MITER_LIMIT = 4;

  private final int width;
  private final int height;
  private final double scale;
  private final double left;
  private final double top;
  private final int[] pixels;
  private final byte[] covered;
  private float[] sums = new float[0];
  private final Deque<Window> windows = new ArrayDeque<>();

  private record Window(int left, int top, int right, int bottom) {
    Window within(Window other) {
      return new Window(
          Math.max(left, other.left),
          Math.max(top, other.top),
          Math.min(right, other.right),
          Math.min(bottom, other.bottom));
    }
  }

  /// @param scale pixels of a drawing unit
  /// @param left pixels that the drawing begins right of the left edge
  /// @param top pixels that the drawing begins below the upper edge
  public PixelCanvas(int width, int height, double scale, double left, double top) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.left = left;
    this.top = top;
    pixels = new int[width * height];
    covered = new byte[width];
    Arrays.fill(pixels, 0xFFFFFF);
    windows.push(new Window(0, 0, width, height));
  }

  /// The picture as PNG.
  public byte[] png() {
    return new PngFile(width, height, pixels).bytes();
  }

  /// A copy of the pixels, row by row, `0xRRGGBB`.
  public int[] pixels() {
    return pixels.clone();
  }

  private AffineTransform transform() {
    return new AffineTransform(scale, 0, 0, scale, left, top);
  }

  @Override
  public void fill(Path2D shape, Paint paint) {
    cover(shape, transform(), paint);
  }

  @Override
  public void letters(Path2D outline, int argb, String words) {
    fill(outline, new Paint.Solid(argb));
  }

  @Override
  public void stroke(Path2D path, Pen pen) {
    float wide = (float) Math.max(HAIRLINE, pen.width() * scale);
    var placed = new Path2D.Double(path, transform());
    float[] dashes = dashes(pen, placed);
    var stroke =
        new BasicStroke(
            wide,
            pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
            pen.round() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
            MITER_LIMIT,
            dashes.length == 0 ? null : dashes,
            0);
    cover(stroke.createStrokedShape(placed), new AffineTransform(), pen.paint());
  }

  /// Dashes that cannot be told apart, or are too many to be worth it, are a solid line.
  private float[] dashes(Pen pen, Path2D placed) {
    var dashes = new float[pen.dashes().size()];
    double period = 0;
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) (pen.dashes().get(i) * scale);
      period += dashes[i];
    }
    boolean seen = period >= FINEST && length(placed) / period < MOST_DASHES;
    return seen ? dashes : new float[0];
  }

  private static double length(Path2D path) {
    var at = new double[6];
    double length = 0;
    double x = 0;
    double y = 0;
    for (var i = path.getPathIterator(null, 1); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      if (kind == PathIterator.SEG_LINETO) {
        length += Math.hypot(at[0] - x, at[1] - y);
      }
      x = at[0];
      y = at[1];
    }
    return length;
  }

  private void cover(Shape shape, AffineTransform transform, Paint paint) {
    Window clip = windows.element();
    Rectangle2D bounds = transform.createTransformedShape(shape).getBounds2D();
    var window =
        new Window(
                floor(bounds.getMinX()),
                floor(bounds.getMinY()),
                floor(bounds.getMaxX()) + 1,
                floor(bounds.getMaxY()) + 1)
            .within(clip);
    int wide = window.right - window.left;
    int high = window.bottom - window.top;
    if (wide <= 0 || high <= 0) {
      return;
    }
    int needed = Coverage.size(wide, high);
    if (sums.length < needed) {
      sums = new float[needed];
    }
    var coverage = new Coverage(window.left, window.top, window.right, window.bottom, sums);
    coverage.add(shape.getPathIterator(transform, FLATNESS));
    for (int row = 0; row < high; row++) {
      coverage.row(row, covered);
      blend(window, row, wide, paint);
    }
  }

  private static int floor(double value) {
    return (int) Math.floor(Math.clamp(value, -FARTHEST, FARTHEST));
  }

  private void blend(Window window, int row, int wide, Paint paint) {
    int line = (window.top + row) * width + window.left;
    double y = (window.top + row + 0.5 - top) / scale;
    for (int column = 0; column < wide; column++) {
      int part = covered[column] & 0xFF;
      if (part != 0) {
        double x = (window.left + column + 0.5 - left) / scale;
        pixels[line + column] = Shade.over(pixels[line + column], Shade.at(paint, x, y), part);
      }
    }
  }

  @Override
  public void clip(Box box) {
    var inner =
        new Window(
            round(box.x() * scale + left),
            round(box.y() * scale + top),
            round(box.right() * scale + left),
            round(box.bottom() * scale + top));
    windows.push(inner.within(windows.element()));
  }

  private static int round(double value) {
    return floor(value + 0.5);
  }

  @Override
  public void unclip() {
    windows.pop();
  }

  @Override
  public double snap(double at, double wide) {
    double device = wide * scale;
    double shift = device > 0 && Math.max(1, Math.round(device)) % 2 != 0 ? 0.5 : 0;
    return (Math.round(at * scale - shift) + shift) / scale;
  }
}
