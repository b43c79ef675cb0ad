package dev.quire.workbook;

/// What is cleared of cells (Graph: range/clear).
public enum ClearScope {
  /// Contents and formats.
  ALL,
  /// Formats only.
  FORMATS,
  /// Contents only.
  CONTENTS
}
