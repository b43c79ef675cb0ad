package dev.quire.workbook;

/// How a cell is shown.
///
/// @param basis index of the cell format in the file that this style came from or was derived from
///   (`cellXfs`, zero-based); fonts, fills, borders and alignment are found there
/// @param numberFormat number format code in its en-US form, `General` for none
public record CellStyle(int basis, String numberFormat) {
  /// The format code of cells without a number format.
  public static final String GENERAL = "General";

  /// The style of a workbook that has none.
  public static final CellStyle DEFAULT = new CellStyle(0, GENERAL);

  /// The same style with another number format.
  public CellStyle withNumberFormat(String code) {
    return new CellStyle(basis, code);
  }
}
