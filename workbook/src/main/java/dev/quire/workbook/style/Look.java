package dev.quire.workbook.style;

import java.util.Optional;

/// Everything about how a cell looks but its number format.
///
/// @param fill colour of the background; empty for none
public record Look(
    Font font, Optional<Color> fill, Borders borders, Alignment alignment, Protection protection) {
  /// That of a cell nobody has formatted in a new workbook.
  public static final Look STANDARD =
      new Look(
          Font.STANDARD, Optional.empty(), Borders.NONE, Alignment.STANDARD, Protection.STANDARD);

  /// The same with other lines.
  public Look withBorders(Borders other) {
    return new Look(font, fill, other, alignment, protection);
  }
}
