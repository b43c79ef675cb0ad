package dev.quire.chart.depth;

import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Paint.Stop;
import java.util.List;

/// How bright a plane is by the direction that it faces. The light stands beside the viewer, a
/// little above and to the left.
public final class Light {
  private static final double FRONT = 1;
  private static final double TOP = 0.84;
  private static final double BOTTOM = 0.5;
  private static final double LEFT = 0.82;
  private static final double RIGHT = 0.66;

  /// How bright a ball is where the light meets it, and how far from its middle that is.
  private static final double GLEAM = 0.45;

  private static final double SPOT = 0.35;

  private Light() {}

  /// From 0 to 1 for a direction of any length.
  public static double on(double x, double y, double z) {
    double length = x * x + y * y + z * z;
    if (!(length > 0)) {
      return FRONT;
    }
    double sides = x * x * (x > 0 ? RIGHT : LEFT);
    double ends = y * y * (y > 0 ? TOP : BOTTOM);
    return (sides + ends + z * z * FRONT) / length;
  }

  /// The same paint in less light.
  public static Paint shaded(Paint paint, double light) {
    return switch (paint) {
      case Paint.Solid(int argb) -> new Paint.Solid(shaded(argb, light));
      case Paint.Hatch(long rows, int front, int back) ->
          new Paint.Hatch(rows, shaded(front, light), shaded(back, light));
      case Paint.Blend(List<Stop> stops, double x0, double y0, double x1, double y1) ->
          new Paint.Blend(shaded(stops, light), x0, y0, x1, y1);
      case Paint.Glow(List<Stop> stops, double x, double y, double radius) ->
          new Paint.Glow(shaded(stops, light), x, y, radius);
    };
  }

  private static List<Stop> shaded(List<Stop> stops, double light) {
    return stops.stream().map(stop -> new Stop(stop.at(), shaded(stop.argb(), light))).toList();
  }

  /// A ball of one colour: bright where the light meets it, dark at its edge. Other paints stay as
  /// they are.
  public static Paint ball(Paint paint, double x, double y, double radius) {
    return paint instanceof Paint.Solid(int argb)
        ? new Paint.Glow(
            List.of(
                new Stop(0, brighter(argb, GLEAM)),
                new Stop(GLEAM, argb),
                new Stop(1, shaded(argb, BOTTOM))),
            x - radius * SPOT,
            y - radius * SPOT,
            radius * (1 + SPOT))
        : paint;
  }

  private static int brighter(int argb, double part) {
    int mixed = argb & 0xFF000000;
    for (int shift = 0; shift < 24; shift += 8) {
      int own = argb >> shift & 0xFF;
      mixed |= (int) Math.round(own + (0xFF - own) * part) << shift;
    }
    return mixed;
  }

  private static int shaded(int argb, double light) {
    int mixed = argb & 0xFF000000;
    for (int shift = 0; shift < 24; shift += 8) {
      mixed |= (int) Math.round((argb >> shift & 0xFF) * light) << shift;
    }
    return mixed;
  }
}
