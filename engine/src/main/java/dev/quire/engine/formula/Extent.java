package dev.quire.engine.formula;

/// How much of a reference was written out.
public enum Extent {
  /// One cell, `A1`.
  CELL,
  /// Two corners, `A1:B2`.
  AREA,
  /// Columns from top to bottom, `A:B`.
  COLUMNS,
  /// Rows from left to right, `1:2`.
  ROWS
}
