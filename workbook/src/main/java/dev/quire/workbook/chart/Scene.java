package dev.quire.workbook.chart;

import java.util.OptionalInt;

/// From where a chart with depth is seen, and what stands around it (ECMA-376 Part 1, 21.2.2.228,
/// D).
///
/// @param tiltDegrees how far the viewer stands above (`rotX`), -90 to 90
/// @param turnDegrees how far the viewer stands to the right (`rotY`)
/// @param rightAngles whether the front stays a rectangle and depth is drawn aslant
/// @param depthPercent depth in parts of the usual one
/// @param heightPercent height in parts of the width; empty for what fills the room
/// @param perspective twice the angle of view; 0 for none
/// @param floor below
/// @param sideWall beside
/// @param backWall behind
public record Scene(
    int tiltDegrees,
    int turnDegrees,
    boolean rightAngles,
    int depthPercent,
    OptionalInt heightPercent,
    int perspective,
    ShapeFormat floor,
    ShapeFormat sideWall,
    ShapeFormat backWall) {
  /// Twice the angle of view when nobody says anything.
  public static final int USUAL_PERSPECTIVE = 30;

  /// How Excel shows a new chart (O): bars beside or on one another with right angles, all others
  /// in perspective, pies from higher up, contours from above.
  static Scene of(ChartType type) {
    ShapeFormat bare = new ShapeFormat(Fill.NONE, Line.NONE);
    boolean bars = type.kind() == Plot.Kind.COLUMN || type.kind() == Plot.Kind.BAR;
    boolean contour = type.kind() == Plot.Kind.SURFACE && !type.isDeep();
    boolean round = type.kind() == Plot.Kind.PIE;
    return new Scene(
        contour ? 90 : round ? 30 : 15,
        contour || round ? 0 : 20,
        bars && type.grouping() != Plot.Grouping.STANDARD,
        100,
        OptionalInt.empty(),
        contour ? 0 : USUAL_PERSPECTIVE,
        bare,
        bare,
        bare);
  }
}
