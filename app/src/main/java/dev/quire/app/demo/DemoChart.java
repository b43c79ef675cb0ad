package dev.quire.app.demo;

import java.util.List;

/// A clustered column chart with one series.
///
/// @param nameCell address of the series' name, absolute and with its sheet, like all here
/// @param formatCode number format of the values
record DemoChart(
    String title,
    String nameCell,
    String name,
    String categoryCells,
    List<String> categories,
    String valueCells,
    List<Double> values,
    String formatCode,
    Anchor anchor) {

  /// The cells whose upper left corners hold the chart's corners; zero-based.
  record Anchor(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
}
