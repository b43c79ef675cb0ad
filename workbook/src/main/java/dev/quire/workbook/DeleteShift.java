package dev.quire.workbook;

/// Where cells go to close up over others that are deleted.
public enum DeleteShift {
  /// To the rows above.
  UP,
  /// To the columns to the left.
  LEFT
}
