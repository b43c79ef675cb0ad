package dev.quire.workbook;

/// Whether a worksheet's tab is shown (ECMA-376 part 1, §18.18.68).
public enum Visibility {
  /// Shown.
  VISIBLE,
  /// Hidden; a person can show it.
  HIDDEN,
  /// Hidden; only a program can show it.
  VERY_HIDDEN
}
