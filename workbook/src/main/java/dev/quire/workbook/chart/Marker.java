package dev.quire.workbook.chart;

import java.util.OptionalInt;

/// A mark at a point.
///
/// @param symbol its shape
/// @param sizePoints its width; empty as usual
/// @param format its fill and outline
public record Marker(Symbol symbol, OptionalInt sizePoints, ShapeFormat format) {
  /// What the chart's style gives.
  public static final Marker AUTOMATIC =
      new Marker(Symbol.AUTOMATIC, OptionalInt.empty(), ShapeFormat.AUTOMATIC);

  /// None.
  public static final Marker NONE =
      new Marker(Symbol.NONE, OptionalInt.empty(), ShapeFormat.AUTOMATIC);

  /// Shapes of marks.
  public enum Symbol {
    AUTOMATIC,
    NONE,
    CIRCLE,
    DASH,
    DIAMOND,
    DOT,
    PLUS,
    SQUARE,
    STAR,
    TRIANGLE,
    X
  }
}
