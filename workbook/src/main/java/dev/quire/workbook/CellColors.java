package dev.quire.workbook;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.style.Color;
import java.util.List;

/// The colours of cells as sorting and filtering tell them apart: the background, white where there
/// is none, or the colour of the text, black where it is automatic.
final class CellColors {
  private final Workbook book;
  private final int sheet;
  private final boolean background;

  private CellColors(Workbook book, int sheet, boolean background) {
    this.book = book;
    this.sheet = sheet;
    this.background = background;
  }

  /// The colours of an area.
  ///
  /// @param background whether those of the cells are meant, and not those of the texts
  /// @throws WorkbookFault.Conflict when conditional formats may colour it otherwise
  static CellColors of(Workbook book, int sheet, Area area, boolean background) {
    List<ConditionalRule> rules =
        book.worksheet(sheet).map(each -> each.regions().conditions()).orElse(List.of());
    for (ConditionalRule each : rules) {
      if (each.effect() instanceof ConditionalRule.Effect.Colors(boolean cell, boolean text)
          && (background ? cell : text)
          && each.isAbout(area)) {
        throw new WorkbookFault.Conflict(
            "The colors of %s cannot be worked out: a conditional format colors its cells."
                .formatted(book.addressOf(sheet, A1.print(area))));
      }
    }
    return new CellColors(book, sheet, background);
  }

  Color at(int row, int column) {
    CellStyle style = book.style(sheet, row, column);
    return background
        ? style.look().fill().orElse(Color.WHITE)
        : style.look().font().color().orElse(Color.BLACK);
  }
}
