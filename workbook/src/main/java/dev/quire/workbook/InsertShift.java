package dev.quire.workbook;

/// Where cells go to make room for new ones.
public enum InsertShift {
  /// To the rows below.
  DOWN,
  /// To the columns to the right.
  RIGHT
}
