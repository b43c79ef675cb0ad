package dev.quire.workbook;

import dev.quire.workbook.style.Color;

/// The colours of a cell as sorting and filtering tell them apart.
final class CellColors {
  private CellColors() {}

  /// The background; white where there is none, as it is shown.
  static Color fill(CellStyle style) {
    return style.look().fill().orElse(Color.WHITE);
  }

  /// The colour of the text; black where it is automatic.
  static Color font(CellStyle style) {
    return style.look().font().color().orElse(Color.BLACK);
  }
}
