package dev.quire.workbook.chart;

import dev.quire.workbook.style.Color;
import java.util.List;

/// What automatic colours and fonts of a chart are.
///
/// @param accents six colours, of which series take one after another
/// @param dark of text
/// @param light of backgrounds
/// @param headingFont of titles
/// @param bodyFont of everything else
public record ChartTheme(
    List<Color> accents, Color dark, Color light, String headingFont, String bodyFont) {
  /// That of new workbooks since 2013.
  public static final ChartTheme OFFICE =
      new ChartTheme(
          List.of(
              new Color(0x4472C4),
              new Color(0xED7D31),
              new Color(0xA5A5A5),
              new Color(0xFFC000),
              new Color(0x5B9BD5),
              new Color(0x70AD47)),
          Color.BLACK,
          Color.WHITE,
          "Calibri Light",
          "Calibri");

  /// Copies the list.
  public ChartTheme {
    accents = List.copyOf(accents);
  }
}
