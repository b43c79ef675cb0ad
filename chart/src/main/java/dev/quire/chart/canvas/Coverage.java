package dev.quire.chart.canvas;

import java.awt.geom.PathIterator;

/// How much of each pixel a shape covers, exactly: every edge adds the area to its right to a sum
/// that runs along the rows. Our own, because Java2D needs native libraries, and its edges are
/// sampled.
///
/// The rule is non-zero except inside single pixels, where areas of opposite direction cancel out.
final class Coverage {
  private static final double FARTHEST = 1e6;

  /// Finer steps cannot be seen, and would need more colours than a PNG has numbers for.
  private static final int STEPS = 15;

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final float[] sums;

  /// For a window of pixels; what lies outside is cut off.
  Coverage(int left, int top, int right, int bottom, float[] cleared) {
    this.left = left;
    this.top = top;
    this.width = right - left;
    this.height = bottom - top;
    this.sums = cleared;
  }

  /// Numbers needed for a window.
  static int size(int width, int height) {
    return (width + 2) * height;
  }

  /// Adds a flat path; open pieces are closed.
  void add(PathIterator path) {
    var at = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      if (kind == PathIterator.SEG_LINETO) {
        edge(x, y, at[0], at[1]);
        x = at[0];
        y = at[1];
      } else {
        edge(x, y, startX, startY);
        x = startX;
        y = startY;
        if (kind == PathIterator.SEG_MOVETO) {
          x = startX = at[0];
          y = startY = at[1];
        }
      }
    }
    edge(x, y, startX, startY);
  }

  private void edge(double fromX, double fromY, double toX, double toY) {
    double x0 = near(fromX) - left;
    double y0 = near(fromY) - top;
    double x1 = near(toX) - left;
    double y1 = near(toY) - top;
    if (y0 == y1) {
      return;
    }
    float direction = y0 < y1 ? 1 : -1;
    if (y0 < y1) {
      inRows(x0, y0, x1, y1, direction);
    } else {
      inRows(x1, y1, x0, y0, direction);
    }
  }

  private static double near(double value) {
    return value >= -FARTHEST ? Math.min(value, FARTHEST) : -FARTHEST;
  }

  /// Cuts at the upper and lower end, and bends what lies beside the window onto its sides.
  private void inRows(double x0, double y0, double x1, double y1, float direction) {
    double slope = (x1 - x0) / (y1 - y0);
    double fromY = Math.max(0, y0);
    double toY = Math.min(height, y1);
    if (fromY >= toY) {
      return;
    }
    double fromX = x0 + (fromY - y0) * slope;
    double toX = x0 + (toY - y0) * slope;
    double crossesLeft = cut(fromY, toY, fromX, toX, 0);
    double crossesRight = cut(fromY, toY, fromX, toX, width);
    double first = Math.min(crossesLeft, crossesRight);
    double second = Math.max(crossesLeft, crossesRight);
    piece(fromX, fromY, slope, fromY, first, direction);
    piece(fromX, fromY, slope, first, second, direction);
    piece(fromX, fromY, slope, second, toY, direction);
  }

  /// Where an edge crosses a side, or its upper end when it does not.
  private static double cut(double fromY, double toY, double fromX, double toX, double side) {
    boolean crosses = fromX < side != toX < side;
    return crosses
        ? Math.clamp(fromY + (side - fromX) / (toX - fromX) * (toY - fromY), fromY, toY)
        : fromY;
  }

  private void piece(
      double baseX, double baseY, double slope, double fromY, double toY, float direction) {
    if (fromY >= toY) {
      return;
    }
    double x = Math.clamp(baseX + (fromY - baseY) * slope, 0, width);
    double end = Math.clamp(baseX + (toY - baseY) * slope, 0, width);
    double step = (end - x) / (toY - fromY);
    double y = fromY;
    int row = (int) y;
    while (y < toY) {
      double next = Math.min(row + 1, toY);
      double nextX = next == toY ? end : x + (next - y) * step;
      inRow(row, x, nextX, (float) (next - y) * direction);
      x = nextX;
      y = next;
      row++;
    }
  }

  /// An edge within one row of pixels, of a signed height.
  private void inRow(int row, double x0, double x1, float height) {
    double from = Math.min(x0, x1);
    double to = Math.max(x0, x1);
    int line = row * (width + 2);
    int first = (int) from;
    int last = (int) to;
    if (first == last) {
      float covered = (float) (1 - ((from + to) / 2 - first));
      sums[line + first] += height * covered;
      sums[line + first + 1] += height * (1 - covered);
      return;
    }
    double perColumn = height / (to - from);
    double before = 0;
    for (int column = first; column <= last; column++) {
      double enter = Math.max(from, column);
      double leave = Math.min(to, column + 1);
      double part = perColumn * (leave - enter);
      double covered = part * (column + 1 - (enter + leave) / 2);
      sums[line + column] += (float) (covered + before);
      before = part - covered;
    }
    sums[line + last + 1] += (float) before;
  }

  /// Tells the pixels of a row what part of them is covered, 0 to 255, and clears the sums.
  void row(int row, byte[] into) {
    int line = row * (width + 2);
    float sum = 0;
    for (int column = 0; column < width; column++) {
      sum += sums[line + column];
      sums[line + column] = 0;
      int step = (int) (Math.min(1, Math.abs(sum)) * STEPS + 0.5f);
      into[column] = (byte) (step * (255 / STEPS));
    }
    sums[line + width] = 0;
    sums[line + width + 1] = 0;
  }
}
