package dev.quire.workbook.chart;

/// How a shape of a chart looks.
///
/// @param fill its inside
/// @param line its outline, or the line that it is
public record ShapeFormat(Fill fill, Line line) {
  /// Everything as usual.
  public static final ShapeFormat AUTOMATIC = new ShapeFormat(Fill.AUTOMATIC, Line.AUTOMATIC);

  /// The same with another fill.
  public ShapeFormat withFill(Fill other) {
    return new ShapeFormat(other, line);
  }

  /// The same with another line.
  public ShapeFormat withLine(Line other) {
    return new ShapeFormat(fill, other);
  }
}
