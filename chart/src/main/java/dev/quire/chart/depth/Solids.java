package dev.quire.chart.depth;

import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/// Draws planes and solids as a viewer sees them. Whoever calls draws what is farther away first.
public final class Solids {
  private static final double SEAM = 0.7;
  private static final int OPAQUE = 0xFF;

  private final Canvas canvas;
  private final View view;

  /// @param view by which everything is seen
  public Solids(Canvas canvas, View view) {
    this.canvas = canvas;
    this.view = view;
  }

  /// Whether a plane turns its front to the viewer: its corners follow one another clockwise.
  public boolean isSeen(List<Point> corners) {
    double area = 0;
    Point2D before = view.at(corners.getLast());
    for (Point corner : corners) {
      Point2D at = view.at(corner);
      area += before.getX() * at.getY() - at.getX() * before.getY();
      before = at;
    }
    return area > 0;
  }

  /// Draws a plane in the light that falls on it.
  public void plane(List<Point> corners, Skin skin, double light) {
    Path2D path = view.outline(corners);
    skin.paint().ifPresent(paint -> seamless(path, Light.shaded(paint, light)));
    skin.edge().ifPresent(pen -> canvas.stroke(path, pen));
  }

  /// Planes beside one another would show what is behind along their common edge.
  private void seamless(Path2D path, Paint paint) {
    canvas.fill(path, paint);
    if (paint instanceof Paint.Solid(int argb) && argb >>> 24 == OPAQUE) {
      canvas.stroke(path, new Pen(paint, SEAM, List.of(), true));
    }
  }

  /// Draws those sides of a column that are seen: the ones around, then the end that faces the
  /// viewer.
  public void column(Column column, Skin skin) {
    List<Point> low = column.ring(column.from(), column.fromSize());
    List<Point> high = column.ring(column.to(), column.toSize());
    var around = new Skin(skin.paint(), column.round() ? Optional.empty() : skin.edge());
    for (int i = 0; i < low.size(); i++) {
      int next = (i + 1) % low.size();
      List<Point> side = List.of(low.get(i), high.get(i), high.get(next), low.get(next));
      if (isSeen(side)) {
        plane(side, around, column.light(i));
      }
    }
    if (column.toSize() > 0 && isSeen(high.reversed())) {
      plane(high, skin, column.endLight(true));
    }
    if (column.fromSize() > 0 && isSeen(low)) {
      plane(low, skin, column.endLight(false));
    }
  }
}
