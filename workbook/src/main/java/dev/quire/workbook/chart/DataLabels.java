package dev.quire.workbook.chart;

import java.util.Optional;

/// Texts at the points of a chart.
///
/// @param value whether they say the value
/// @param category whether they say the category
/// @param series whether they say the name of the series
/// @param percentage whether slices say their part of the whole
/// @param bubbleSize whether bubbles say their size
/// @param legendKey whether they show the colour of the series
/// @param position where they stand; empty for the usual place of the kind of chart
/// @param separator between the parts; empty for the usual one, `; ` or a new line
/// @param numberFormat of values; empty as the cells are
/// @param leaderLines whether lines lead to labels that stand far off
/// @param format their background
/// @param text how they are written
public record DataLabels(
    boolean value,
    boolean category,
    boolean series,
    boolean percentage,
    boolean bubbleSize,
    boolean legendKey,
    Optional<Position> position,
    Optional<String> separator,
    Optional<String> numberFormat,
    boolean leaderLines,
    ShapeFormat format,
    ChartText text) {
  /// No labels.
  public static final DataLabels NONE =
      new DataLabels(
          false,
          false,
          false,
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          ShapeFormat.AUTOMATIC,
          ChartText.AUTOMATIC);

  /// Whether anything is shown.
  public boolean visible() {
    return value || category || series || percentage || bubbleSize;
  }

  /// Where a label stands, relative to its point.
  public enum Position {
    CENTER,
    INSIDE_END,
    INSIDE_BASE,
    OUTSIDE_END,
    LEFT,
    RIGHT,
    TOP,
    BOTTOM,
    BEST_FIT
  }

  /// The same with another background.
  public DataLabels withFormat(ShapeFormat other) {
    return new DataLabels(
        value,
        category,
        series,
        percentage,
        bubbleSize,
        legendKey,
        position,
        separator,
        numberFormat,
        leaderLines,
        other,
        text);
  }

  /// The same with texts that look otherwise.
  public DataLabels withText(ChartText other) {
    return new DataLabels(
        value,
        category,
        series,
        percentage,
        bubbleSize,
        legendKey,
        position,
        separator,
        numberFormat,
        leaderLines,
        format,
        other);
  }
}
