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

  /// The same with the title shown or not.
  public ChartTitle withVisible(boolean other) {
    return new ChartTitle(other, text, overlay, format, font, degrees);
  }

  /// The same with another text.
  public ChartTitle withText(SeriesData other) {
    return new ChartTitle(visible, other, overlay, format, font, degrees);
  }

  /// The same with the plot below it or not.
  public ChartTitle withOverlay(boolean other) {
    return new ChartTitle(visible, text, other, format, font, degrees);
  }

  /// The same with another background.
  public ChartTitle withFormat(ShapeFormat other) {
    return new ChartTitle(visible, text, overlay, other, font, degrees);
  }

  /// The same with another font.
  public ChartTitle withFont(ChartText other) {
    return new ChartTitle(visible, text, overlay, format, other, degrees);
  }
}
