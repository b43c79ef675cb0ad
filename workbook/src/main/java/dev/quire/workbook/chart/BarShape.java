package dev.quire.workbook.chart;

/// What columns and bars with depth look like (ECMA-376 Part 1, 21.2.3.42, D).
public enum BarShape {
  BOX,
  CYLINDER,
  /// A cone or a pyramid ends at the value of its point, or of its stack.
  CONE,
  /// Cut off at its value; only the largest value of the axis would be a whole cone.
  CONE_TO_MAX,
  PYRAMID,
  PYRAMID_TO_MAX
}
