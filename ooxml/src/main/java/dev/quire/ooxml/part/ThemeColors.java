package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the colours of a workbook come to: those of its theme, of its palette, and their tints.
public final class ThemeColors {
  /// Names of the theme's colours in the order in which cell formats count them. Light and dark are
  /// swapped there against the theme's own order (observed; ECMA-376 part 1, 18.8.3 tells neither).
  private static final List<String> ORDER =
      List.of(
          "lt1",
          "dk1",
          "lt2",
          "dk2",
          "accent1",
          "accent2",
          "accent3",
          "accent4",
          "accent5",
          "accent6",
          "hlink",
          "folHlink");

  /// The theme of Excel 2013 and later.
  private static final List<Color> OFFICE =
      colors(
          0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x5B9BD5, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x4472C4,
          0x70AD47, 0x0563C1, 0x954F72);

  /// The palette of older formats (ECMA-376 part 1, 18.8.27).
  private static final List<Color> PALETTE =
      colors(
          0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000,
          0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000,
          0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC,
          0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF,
          0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF,
          0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600,
          0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399,
          0x333333);

  private final List<Color> theme;
  private final List<Color> palette;

  private ThemeColors(List<Color> theme, List<Color> palette) {
    this.theme = theme;
    this.palette = palette;
  }

  /// The colours of a workbook.
  ///
  /// @param theme root of the theme part; empty for none
  /// @param styles root of the styles part
  static ThemeColors of(Optional<XmlElement> theme, XmlElement styles) {
    return new ThemeColors(
        theme.map(ThemeColors::scheme).orElse(OFFICE),
        styles
            .child("colors")
            .flatMap(each -> each.child("indexedColors"))
            .map(ThemeColors::palette)
            .orElse(PALETTE));
  }

  private static List<Color> colors(int... colors) {
    var list = new ArrayList<Color>();
    for (int rgb : colors) {
      list.add(new Color(rgb));
    }
    return List.copyOf(list);
  }

  private static List<Color> scheme(XmlElement theme) {
    Optional<XmlElement> scheme =
        theme.child("themeElements").flatMap(elements -> elements.child("clrScheme"));
    var colors = new ArrayList<Color>();
    for (int at = 0; at < ORDER.size(); at++) {
      String name = ORDER.get(at);
      Color standard = OFFICE.get(at);
      colors.add(
          scheme.flatMap(each -> each.child(name)).flatMap(ThemeColors::drawn).orElse(standard));
    }
    return List.copyOf(colors);
  }

  /// `a:srgbClr` or `a:sysClr` below a colour of the scheme.
  private static Optional<Color> drawn(XmlElement color) {
    return color
        .child("srgbClr")
        .flatMap(each -> each.attribute("val"))
        .or(() -> color.child("sysClr").flatMap(each -> each.attribute("lastClr")))
        .flatMap(ThemeColors::hex);
  }

  private static List<Color> palette(XmlElement list) {
    var colors = new ArrayList<>(PALETTE);
    int at = 0;
    for (XmlElement each : list.children("rgbColor")) {
      Optional<Color> color = each.attribute("rgb").flatMap(ThemeColors::hex);
      if (at < colors.size() && color.isPresent()) {
        colors.set(at, color.get());
      }
      at++;
    }
    return List.copyOf(colors);
  }

  /// The last six digits of `AARRGGBB`.
  private static Optional<Color> hex(String text) {
    return text.length() < 6
        ? Optional.empty()
        : Color.parse("#" + text.substring(text.length() - 6));
  }

  /// What a `color` element stands for; empty for the automatic colour.
  Optional<Color> resolve(XmlElement element) {
    Optional<Color> base =
        element
            .attribute("rgb")
            .flatMap(ThemeColors::hex)
            .or(() -> at(theme, element.number("theme", -1)))
            .or(() -> at(palette, element.number("indexed", -1)));
    return base.map(color -> tinted(color, element.attributeOr("tint", "0")));
  }

  private static Optional<Color> at(List<Color> colors, int index) {
    return index < 0 || index >= colors.size() ? Optional.empty() : Optional.of(colors.get(index));
  }

  private static Color tinted(Color color, String tint) {
    double amount;
    try {
      amount = Math.clamp(Double.parseDouble(tint), -1.0, 1.0);
    } catch (NumberFormatException damaged) {
      return color;
    }
    return amount == 0 ? color : Tint.of(color, amount);
  }
}
