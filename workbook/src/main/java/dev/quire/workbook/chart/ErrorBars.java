package dev.quire.workbook.chart;

/// Bars that show how far values may be off.
///
/// @param alongX whether they lie along the x axis
/// @param plus whether they go up
/// @param minus whether they go down
/// @param caps whether they end in a short line
/// @param amount how long they are
public record ErrorBars(
    boolean alongX, boolean plus, boolean minus, boolean caps, Amount amount, Line line) {
  /// How long error bars are.
  public sealed interface Amount {
    /// The same for every point.
    record Fixed(double value) implements Amount {}

    /// In percent of each value.
    record Percent(double percent) implements Amount {}

    /// A number of standard deviations of the values, around their average.
    record Deviations(double count) implements Amount {}

    /// The standard error of the values.
    record StandardError() implements Amount {}

    /// As told for each point.
    record Custom(SeriesData plus, SeriesData minus) implements Amount {}
  }
}
