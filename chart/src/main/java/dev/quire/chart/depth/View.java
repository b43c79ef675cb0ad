package dev.quire.chart.depth;

import dev.quire.chart.canvas.Box;
import dev.quire.workbook.chart.Scene;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.OptionalInt;

/// How the box of a chart is seen on paper, fitted into a room.
public final class View {
  private static final int HALVINGS = 40;
  private static final double LOWEST = 0.1;
  private static final double LEAST_HEIGHT = 0.4;
  private static final double HIGHEST = 3;
  private static final double NEAREST = 1.2;
  private static final double WIDEST_DEGREES = 100;

  private final Lens lens;
  private final double scale;
  private final double left;
  private final double top;

  private View(Lens lens, double scale, double left, double top) {
    this.lens = lens;
    this.scale = scale;
    this.left = left;
    this.top = top;
  }

  /// A view that fills a room as far as the scene lets it.
  ///
  /// @param depth of the box, in widths of it
  public static View of(Scene scene, double depth, Box room) {
    return scene.rightAngles() && scene.heightPercent().isEmpty()
        ? stretched(scene, depth, room)
        : whole(scene, depth, room);
  }

  /// With right angles the front takes what depth leaves of the room.
  private static View stretched(Scene scene, double depth, Box room) {
    var slant = new Aslant(scene, 1, depth);
    double across = Math.abs(slant.right());
    double upwards = Math.abs(slant.up()) * room.width() / (1 + across);
    double height = Math.max(LOWEST, (room.height() - upwards) * (1 + across) / room.width());
    return fitted(new Aslant(scene, height, depth), room);
  }

  private static View whole(Scene scene, double depth, Box room) {
    OptionalInt percent = scene.heightPercent();
    return fitted(
        percent.isPresent()
            ? Lens.of(scene, Math.max(1, percent.getAsInt()) / 100.0, depth)
            : filling(scene, depth, room),
        room);
  }

  /// The height with which the box looks as wide and as high as the room, unless it were too flat.
  private static Lens filling(Scene scene, double depth, Box room) {
    double low = LEAST_HEIGHT;
    double high = HIGHEST;
    double wanted = room.height() / room.width();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      Box seen = Lens.of(scene, middle, depth).bounds();
      if (seen.height() / seen.width() > wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Lens.of(scene, low, depth);
  }

  private static View fitted(Lens lens, Box room) {
    Box seen = lens.bounds();
    double scale = Math.min(room.width() / seen.width(), room.height() / seen.height());
    return new View(
        lens,
        scale,
        room.centerX() - seen.centerX() * scale,
        room.centerY() - seen.centerY() * scale);
  }

  /// Where a place is seen.
  public Point2D at(Point point) {
    Point2D seen = lens.at(point);
    return new Point2D.Double(left + seen.getX() * scale, top + seen.getY() * scale);
  }

  /// A closed outline through some places.
  public Path2D outline(List<Point> corners) {
    var path = new Path2D.Double();
    for (Point corner : corners) {
      Point2D at = at(corner);
      if (path.getCurrentPoint() == null) {
        path.moveTo(at.getX(), at.getY());
      } else {
        path.lineTo(at.getX(), at.getY());
      }
    }
    path.closePath();
    return path;
  }

  /// What the whole box takes on paper.
  public Box bounds() {
    Box seen = lens.bounds();
    return new Box(
        left + seen.x() * scale,
        top + seen.y() * scale,
        seen.width() * scale,
        seen.height() * scale);
  }

  /// Where the viewer stands, in terms of the box.
  public Point eye() {
    return lens.eye();
  }

  /// The side at which a wall hides nothing: 0 for the left one, 1 for the right one.
  public double sideWall() {
    return eye().x() >= 0.5 ? 0 : 1;
  }

  /// The same in depth: 1 unless the viewer stands behind the box.
  public double backWall() {
    return eye().z() <= 0.5 ? 1 : 0;
  }

  /// The same in height: 0 unless the viewer stands below the box.
  public double floor() {
    return eye().y() >= 0.5 ? 0 : 1;
  }

  /// A direction across a plane, as long as it is in the box as seen: its sides differ in length.
  public double[] normal(Point a, Point b, Point c) {
    double[] size = lens.size();
    double[] u = {(b.x() - a.x()) * size[0], (b.y() - a.y()) * size[1], (b.z() - a.z()) * size[2]};
    double[] v = {(c.x() - a.x()) * size[0], (c.y() - a.y()) * size[1], (c.z() - a.z()) * size[2]};
    return new double[] {
      u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
    };
  }

  /// Before it is brought to its place on paper; y downwards.
  private sealed interface Lens {
    static Lens of(Scene scene, double height, double depth) {
      return scene.rightAngles()
          ? new Aslant(scene, height, depth)
          : new Turned(scene, height, depth);
    }

    Point2D at(Point point);

    Point eye();

    /// Width, height and depth of the box.
    double[] size();

    default Box bounds() {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int corner = 0; corner < 8; corner++) {
        Point2D at = at(new Point(corner & 1, corner >> 1 & 1, corner >> 2));
        minX = Math.min(minX, at.getX());
        maxX = Math.max(maxX, at.getX());
        minY = Math.min(minY, at.getY());
        maxY = Math.max(maxY, at.getY());
      }
      return new Box(minX, minY, Math.max(maxX - minX, 1e-6), Math.max(maxY - minY, 1e-6));
    }
  }

  /// The front is a rectangle, depth goes aslant.
  ///
  /// @param right how far the back lies right of the front
  /// @param up how far the back lies above the front
  private record Aslant(double right, double up, double height, double depth) implements Lens {
    private static final double FAR = 1e6;

    Aslant(Scene scene, double height, double depth) {
      this(
          Math.sin(Math.toRadians(scene.turnDegrees())) * depth,
          Math.sin(Math.toRadians(scene.tiltDegrees())) * depth,
          height,
          depth);
    }

    @Override
    public Point2D at(Point point) {
      return new Point2D.Double(
          point.x() + point.z() * right, -point.y() * height - point.z() * up);
    }

    @Override
    public Point eye() {
      return new Point(0.5 + right * FAR, 0.5 + up * FAR, -FAR);
    }

    @Override
    public double[] size() {
      return new double[] {1, height, depth};
    }
  }

  /// The box is turned, and what is farther away is smaller.
  private static final class Turned implements Lens {
    private final double height;
    private final double depth;
    private final double sinTurn;
    private final double cosTurn;
    private final double sinTilt;
    private final double cosTilt;
    private final double distance;

    Turned(Scene scene, double height, double depth) {
      this.height = height;
      this.depth = depth;
      double turn = Math.toRadians(scene.turnDegrees());
      double tilt = Math.toRadians(scene.tiltDegrees());
      sinTurn = Math.sin(turn);
      cosTurn = Math.cos(turn);
      sinTilt = Math.sin(tilt);
      cosTilt = Math.cos(tilt);
      double radius = Math.sqrt(1 + height * height + depth * depth) / 2;
      double angle = Math.toRadians(Math.clamp(scene.perspective() / 2.0, 0.01, WIDEST_DEGREES));
      distance = radius * Math.max(NEAREST, 1 / Math.tan(angle / 2));
    }

    @Override
    public Point2D at(Point point) {
      double x = point.x() - 0.5;
      double y = (point.y() - 0.5) * height;
      double z = (point.z() - 0.5) * depth;
      double right = x * cosTurn + z * sinTurn;
      double up = y * cosTilt + sinTilt * (z * cosTurn - x * sinTurn);
      double away = cosTilt * (z * cosTurn - x * sinTurn) - y * sinTilt;
      double nearer = distance / (distance + away);
      return new Point2D.Double(right * nearer, -up * nearer);
    }

    @Override
    public Point eye() {
      return new Point(
          0.5 + distance * sinTurn * cosTilt,
          0.5 + distance * sinTilt / height,
          0.5 - distance * cosTurn * cosTilt / depth);
    }

    @Override
    public double[] size() {
      return new double[] {1, height, depth};
    }
  }
}
