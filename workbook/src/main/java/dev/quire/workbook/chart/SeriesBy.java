package dev.quire.workbook.chart;

/// Which cells of an area make a series.
public enum SeriesBy {
  /// Those of a column, unless the area is wider than high.
  AUTO,
  COLUMNS,
  ROWS
}
