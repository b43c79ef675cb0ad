package dev.quire.workbook.chart;

/// The title of a chart or of an axis.
///
/// @param visible whether there is one
/// @param text what it says: literals of one text, or a cell; [SeriesData#NONE] for the automatic
///   one (the name of the only series, or `Chart Title`, `Axis Title`)
/// @param overlay whether the plot goes on below it
/// @param format its background
/// @param font how it is written
/// @param degrees by which it is turned, clockwise
public record ChartTitle(
    boolean visible,
    SeriesData text,
    boolean overlay,
    ShapeFormat format,
    ChartText font,
    double degrees) {
  /// No title.
  public static final ChartTitle NONE =
      new ChartTitle(false, SeriesData.NONE, false, ShapeFormat.AUTOMATIC, ChartText.AUTOMATIC, 0);
}
