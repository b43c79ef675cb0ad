package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;

/// What a differential format (ECMA-376 part 1, 18.8.14) says of colours.
///
/// @param fills whether it gives a background
/// @param background the background; empty for none
/// @param colors whether it gives the text a colour
/// @param text the colour; empty for the automatic one
public record Differential(
    boolean fills, Optional<Color> background, boolean colors, Optional<Color> text) {
  /// The differential formats of a styles part, by their number.
  static List<Differential> all(XmlElement root, Optional<XmlElement> theme) {
    ThemeColors colors = ThemeColors.of(theme, root);
    return elements(root).stream().map(each -> of(each, colors)).toList();
  }

  /// The `dxf` elements of a styles part.
  public static List<XmlElement> elements(XmlElement root) {
    return root.listed("dxfs", "dxf");
  }

  private static Differential of(XmlElement dxf, ThemeColors colors) {
    Optional<XmlElement> pattern = dxf.child("fill").flatMap(each -> each.child("patternFill"));
    Optional<XmlElement> text = dxf.child("font").flatMap(each -> each.child("color"));
    return new Differential(
        pattern.isPresent()
            || dxf.child("fill").flatMap(each -> each.child("gradientFill")).isPresent(),
        pattern.flatMap(Differential::seen).flatMap(colors::resolve),
        text.isPresent(),
        text.flatMap(colors::resolve));
  }

  /// Where no pattern is named, Excel fills with the colour behind it; in front of a solid one
  /// there is nothing but its own colour (?).
  private static Optional<XmlElement> seen(XmlElement pattern) {
    Optional<XmlElement> front = pattern.child("fgColor");
    Optional<XmlElement> behind = pattern.child("bgColor");
    return switch (pattern.attributeOr("patternType", "")) {
      case "" -> behind.or(() -> front);
      case "none" -> Optional.empty();
      default -> front.or(() -> behind);
    };
  }
}
