package dev.quire.chart.depth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.chart.canvas.Box;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.ShapeFormat;
import java.awt.geom.Point2D;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ViewTest {
  private static final Box ROOM = new Box(10, 20, 400, 200);

  private static Scene scene(int tilt, int turn, boolean rightAngles) {
    return new Scene(
        tilt,
        turn,
        rightAngles,
        100,
        OptionalInt.empty(),
        Scene.USUAL_PERSPECTIVE,
        ShapeFormat.AUTOMATIC,
        ShapeFormat.AUTOMATIC,
        ShapeFormat.AUTOMATIC);
  }

  private static double length(View view, Point from, Point to) {
    return view.at(from).distance(view.at(to));
  }

  @Test
  void withRightAnglesTheFrontIsARectangleAndDepthGoesUpAndRight() {
    View view = View.of(scene(15, 20, true), 0.2, ROOM);
    Point2D origin = view.at(new Point(0, 0, 0));
    Point2D right = view.at(new Point(1, 0, 0));
    Point2D up = view.at(new Point(0, 1, 0));
    Point2D away = view.at(new Point(0, 0, 1));
    assertEquals(origin.getY(), right.getY(), 1e-9);
    assertEquals(origin.getX(), up.getX(), 1e-9);
    assertTrue(away.getX() > origin.getX() && away.getY() < origin.getY());
    assertEquals(ROOM.x(), origin.getX(), 1e-6);
    assertEquals(ROOM.bottom(), origin.getY(), 1e-6);
    assertEquals(ROOM.right(), view.at(new Point(1, 1, 1)).getX(), 1e-6);
    assertEquals(ROOM.y(), view.at(new Point(1, 1, 1)).getY(), 1e-6);
  }

  @Test
  void inPerspectiveWhatIsFartherIsSmaller() {
    View view = View.of(scene(15, 0, false), 1, ROOM);
    double front = length(view, new Point(0, 0, 0), new Point(1, 0, 0));
    double back = length(view, new Point(0, 0, 1), new Point(1, 0, 1));
    assertTrue(back < front * 0.95, front + " " + back);
  }

  @Test
  void wallsStandWhereTheyHideNothing() {
    assertEquals(0, View.of(scene(15, 20, false), 1, ROOM).sideWall());
    assertEquals(1, View.of(scene(15, -20, false), 1, ROOM).sideWall());
    assertEquals(1, View.of(scene(15, 20, false), 1, ROOM).backWall());
    assertEquals(0, View.of(scene(15, 160, false), 1, ROOM).backWall());
    assertEquals(0, View.of(scene(15, 20, false), 1, ROOM).floor());
    assertEquals(1, View.of(scene(-15, 20, false), 1, ROOM).floor());
  }

  @Property
  void boxNeverLeavesItsRoom(
      @ForAll @IntRange(min = -90, max = 90) int tilt,
      @ForAll @IntRange(min = -360, max = 360) int turn,
      @ForAll boolean rightAngles,
      @ForAll @DoubleRange(min = 0.02, max = 2) double depth) {
    Box seen = View.of(scene(tilt, turn, rightAngles), depth, ROOM).bounds();
    assertTrue(seen.x() >= ROOM.x() - 1e-6 && seen.right() <= ROOM.right() + 1e-6, seen.toString());
    assertTrue(
        seen.y() >= ROOM.y() - 1e-6 && seen.bottom() <= ROOM.bottom() + 1e-6, seen.toString());
  }
}
