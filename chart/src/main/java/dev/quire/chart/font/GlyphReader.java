package dev.quire.chart.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/// Outlines from the `glyf` table, in font units with y upwards.
final class GlyphReader {
  private static final int ON_CURVE = 1;
  private static final int X_SHORT = 2;
  private static final int Y_SHORT = 4;
  private static final int REPEAT = 8;
  private static final int X_SAME = 16;
  private static final int Y_SAME = 32;
  private static final int HEADER = 10;
  private static final int DEEPEST = 8;

  private static final int WORDS = 1;
  private static final int ARE_XY = 2;
  private static final int HAS_SCALE = 8;
  private static final int MORE = 32;
  private static final int HAS_XY_SCALE = 64;
  private static final int HAS_MATRIX = 128;
  private static final double F2DOT14 = 16384;

  private final FontTables tables;
  private final int glyf;
  private final int loca;
  private final boolean longOffsets;

  GlyphReader(FontTables tables) {
    this.tables = tables;
    glyf = tables.table("glyf");
    loca = tables.table("loca");
    longOffsets = tables.signed(tables.table("head") + 50) != 0;
  }

  Path2D outline(int glyph) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    append(path, glyph, new AffineTransform(), 0);
    return path;
  }

  private int offset(int glyph) {
    return longOffsets ? tables.integer(loca + 4 * glyph) : 2 * tables.unsigned(loca + 2 * glyph);
  }

  private void append(Path2D path, int glyph, AffineTransform transform, int depth) {
    if (offset(glyph) == offset(glyph + 1) || depth > DEEPEST) {
      return;
    }
    int at = glyf + offset(glyph);
    int contours = tables.signed(at);
    if (contours >= 0) {
      var simple = new Path2D.Double(Path2D.WIND_NON_ZERO);
      simple(simple, at + HEADER, contours);
      path.append(simple.getPathIterator(transform), false);
    } else {
      composite(path, at + HEADER, transform, depth);
    }
  }

  private void composite(Path2D path, int start, AffineTransform transform, int depth) {
    int at = start;
    int flags;
    do {
      flags = tables.unsigned(at);
      int part = tables.unsigned(at + 2);
      at += 4;
      boolean words = (flags & WORDS) != 0;
      double x = words ? tables.signed(at) : tables.signedByte(at);
      double y = words ? tables.signed(at + 2) : tables.signedByte(at + 1);
      at += words ? 4 : 2;
      var matrix = new double[] {1, 0, 0, 1};
      if ((flags & HAS_SCALE) != 0) {
        matrix[0] = matrix[3] = tables.signed(at) / F2DOT14;
        at += 2;
      } else if ((flags & HAS_XY_SCALE) != 0) {
        matrix[0] = tables.signed(at) / F2DOT14;
        matrix[3] = tables.signed(at + 2) / F2DOT14;
        at += 4;
      } else if ((flags & HAS_MATRIX) != 0) {
        for (int i = 0; i < matrix.length; i++) {
          matrix[i] = tables.signed(at + 2 * i) / F2DOT14;
        }
        at += 8;
      }
      boolean moved = (flags & ARE_XY) != 0;
      var inner = new AffineTransform(transform);
      inner.concatenate(
          new AffineTransform(
              matrix[0], matrix[1], matrix[2], matrix[3], moved ? x : 0, moved ? y : 0));
      append(path, part, inner, depth + 1);
    } while ((flags & MORE) != 0);
  }

  private void simple(Path2D path, int start, int contours) {
    int points = contours == 0 ? 0 : tables.unsigned(start + 2 * (contours - 1)) + 1;
    int at = start + 2 * contours;
    at += 2 + tables.unsigned(at);
    var flags = new int[points];
    for (int i = 0; i < points; i++) {
      int flag = tables.unsignedByte(at++);
      int times = (flag & REPEAT) == 0 ? 0 : tables.unsignedByte(at++);
      flags[i] = flag;
      for (; times > 0 && i + 1 < points; times--) {
        flags[++i] = flag;
      }
    }
    var x = new int[points];
    at = coordinates(flags, x, at, X_SHORT, X_SAME);
    var y = new int[points];
    coordinates(flags, y, at, Y_SHORT, Y_SAME);
    int first = 0;
    for (int c = 0; c < contours; c++) {
      int end = tables.unsigned(start + 2 * c) + 1;
      contour(path, flags, x, y, first, end);
      first = end;
    }
  }

  private int coordinates(int[] flags, int[] into, int start, int isShort, int same) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      if ((flags[i] & isShort) != 0) {
        int step = tables.unsignedByte(at++);
        value += (flags[i] & same) != 0 ? step : -step;
      } else if ((flags[i] & same) == 0) {
        value += tables.signed(at);
        at += 2;
      }
      into[i] = value;
    }
    return at;
  }

  /// Points off the curve control quadratic pieces; between two of them lies one on the curve.
  private static void contour(Path2D path, int[] flags, int[] x, int[] y, int first, int end) {
    int count = end - first;
    if (count < 2) {
      return;
    }
    int begin = 0;
    while (begin < count && (flags[first + begin] & ON_CURVE) == 0) {
      begin++;
    }
    boolean noneOn = begin == count;
    int head = first + (noneOn ? 0 : begin);
    int last = noneOn ? end - 1 : head;
    double startX = noneOn ? (x[head] + x[last]) / 2.0 : x[head];
    double startY = noneOn ? (y[head] + y[last]) / 2.0 : y[head];
    path.moveTo(startX, startY);
    boolean pending = false;
    double controlX = 0;
    double controlY = 0;
    for (int i = noneOn ? 0 : 1; i < count; i++) {
      int at = first + (head - first + i) % count;
      boolean on = (flags[at] & ON_CURVE) != 0;
      if (on && pending) {
        path.quadTo(controlX, controlY, x[at], y[at]);
      } else if (on) {
        path.lineTo(x[at], y[at]);
      } else if (pending) {
        path.quadTo(controlX, controlY, (controlX + x[at]) / 2, (controlY + y[at]) / 2);
      }
      if (!on) {
        controlX = x[at];
        controlY = y[at];
      }
      pending = !on;
    }
    if (pending) {
      path.quadTo(controlX, controlY, startX, startY);
    }
    path.closePath();
  }
}
