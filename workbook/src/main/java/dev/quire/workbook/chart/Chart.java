package dev.quire.workbook.chart;

/// A chart on a worksheet.
///
/// @param id stays the same as long as the chart (semantics §3, D): from the file, or a GUID in
///   braces
/// @param name what people and requests call it (`Chart 1`)
/// @param frame where it lies
/// @param space what it shows
public record Chart(String id, String name, ChartFrame frame, ChartSpace space) {
  /// The same under another name.
  public Chart withName(String other) {
    return new Chart(id, other, frame, space);
  }

  /// The same somewhere else.
  public Chart withFrame(ChartFrame other) {
    return new Chart(id, name, other, space);
  }

  /// The same frame with something else in it.
  public Chart withSpace(ChartSpace other) {
    return new Chart(id, name, frame, other);
  }
}
