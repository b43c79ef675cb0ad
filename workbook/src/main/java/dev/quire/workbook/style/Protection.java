package dev.quire.workbook.style;

/// What a protected worksheet keeps from its readers.
///
/// @param locked whether the cell cannot be changed
/// @param formulaHidden whether its formula is not shown
public record Protection(boolean locked, boolean formulaHidden) {
  /// Locked, formula shown.
  public static final Protection STANDARD = new Protection(true, false);
}
