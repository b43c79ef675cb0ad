package dev.quire.chart.canvas;

import dev.quire.chart.canvas.Paint.Stop;
import java.util.List;

/// Colours at points, and colours over one another.
final class Shade {
  private static final int OPAQUE = 255;

  private Shade() {}

  /// `0xAARRGGBB` of a paint at a point of the drawing.
  static int at(Paint paint, double x, double y) {
    return switch (paint) {
      case Paint.Solid solid -> solid.argb();
      case Paint.Hatch hatch ->
          hatch.isSet((int) Math.floor(x), (int) Math.floor(y))
              ? hatch.foreground()
              : hatch.background();
      case Paint.Blend blend -> stop(blend.stops(), along(blend, x, y));
      case Paint.Glow glow ->
          stop(glow.stops(), Math.hypot(x - glow.x(), y - glow.y()) / glow.radius());
    };
  }

  /// How far a point is on the way from one end to the other.
  private static double along(Paint.Blend blend, double x, double y) {
    double dx = blend.x1() - blend.x0();
    double dy = blend.y1() - blend.y0();
    double length = dx * dx + dy * dy;
    return length == 0 ? 0 : ((x - blend.x0()) * dx + (y - blend.y0()) * dy) / length;
  }

  private static int stop(List<Stop> stops, double at) {
    if (at <= stops.getFirst().at()) {
      return stops.getFirst().argb();
    }
    for (int i = 1; i < stops.size(); i++) {
      Stop before = stops.get(i - 1);
      Stop after = stops.get(i);
      if (at < after.at()) {
        return mix(before.argb(), after.argb(), (at - before.at()) / (after.at() - before.at()));
      }
    }
    return stops.getLast().argb();
  }

  private static int mix(int from, int to, double part) {
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int a = from >>> shift & 0xFF;
      int b = to >>> shift & 0xFF;
      mixed |= (int) Math.round(a + (b - a) * part) << shift;
    }
    return mixed;
  }

  /// An opaque colour with another one on it.
  ///
  /// @param part of the pixel that the upper one covers, 0 to 255
  static int over(int below, int above, int part) {
    int alpha = (above >>> 24) * part;
    if (alpha == OPAQUE * OPAQUE) {
      return above & 0xFFFFFF;
    }
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int a = below >>> shift & 0xFF;
      int b = above >>> shift & 0xFF;
      mixed |=
          (a * (OPAQUE * OPAQUE - alpha) + b * alpha + OPAQUE * OPAQUE / 2) / (OPAQUE * OPAQUE)
              << shift;
    }
    return mixed;
  }
}
