package dev.quire.workbook;

import dev.quire.workbook.style.Look;

/// How a cell is shown.
///
/// @param basis index of the cell format in the file that this style came from or was derived from
///   (`cellXfs`, zero-based); what the model does not know of it is found there
/// @param numberFormat number format code in its en-US form, `General` for none
/// @param look font, fill, borders, alignment and protection
public record CellStyle(int basis, String numberFormat, Look look) {
  /// The format code of cells without a number format.
  public static final String GENERAL = "General";

  /// The style of a workbook that has none.
  public static final CellStyle DEFAULT = new CellStyle(0, GENERAL, Look.STANDARD);

  /// The same style with another number format.
  public CellStyle withNumberFormat(String code) {
    return new CellStyle(basis, code, look);
  }

  /// The same style with another look.
  public CellStyle withLook(Look other) {
    return new CellStyle(basis, numberFormat, other);
  }
}
