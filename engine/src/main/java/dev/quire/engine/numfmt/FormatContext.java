package dev.quire.engine.numfmt;

/// What the text of a value depends on besides the value and the format.
///
/// @param date1904 whether the workbook counts days from 1904
/// @param settings separators and names
public record FormatContext(boolean date1904, FormatSettings settings) {
  /// United States English in a workbook that counts from 1900.
  public static final FormatContext EN_US = new FormatContext(false, FormatSettings.EN_US);

  /// United States English in a workbook that counts from 1904.
  public static final FormatContext EN_US_1904 = new FormatContext(true, FormatSettings.EN_US);
}
