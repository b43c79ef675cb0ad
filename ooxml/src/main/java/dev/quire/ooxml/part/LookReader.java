package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.style.Alignment;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Borders;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.Font;
import dev.quire.workbook.style.LineStyle;
import dev.quire.workbook.style.Look;
import dev.quire.workbook.style.Protection;
import dev.quire.workbook.style.Underline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads how cell formats look: each names a font, a fill and borders by number.
final class LookReader {
  private final ThemeColors colors;
  private final List<Font> fonts;
  private final List<Optional<Color>> fills;
  private final List<Borders> borders;

  LookReader(XmlElement root, ThemeColors colors) {
    this.colors = colors;
    this.fonts = list(root, "fonts", "font", this::font);
    this.fills = list(root, "fills", "fill", this::fill);
    this.borders = list(root, "borders", "border", this::borders);
  }

  private static <T> List<T> list(
      XmlElement root, String list, String element, Function<XmlElement, T> reader) {
    var all = new ArrayList<T>();
    for (XmlElement each : root.children(list)) {
      each.children(element).forEach(one -> all.add(reader.apply(one)));
    }
    return all;
  }

  /// The look of an `xf` element.
  Look look(XmlElement format) {
    return new Look(
        at(fonts, format.number("fontId", 0), Font.STANDARD),
        at(fills, format.number("fillId", 0), Optional.empty()),
        at(borders, format.number("borderId", 0), Borders.NONE),
        format.child("alignment").map(LookReader::alignment).orElse(Alignment.STANDARD),
        format.child("protection").map(LookReader::protection).orElse(Protection.STANDARD));
  }

  private static <T> T at(List<T> all, int index, T otherwise) {
    return index >= 0 && index < all.size() ? all.get(index) : otherwise;
  }

  private Font font(XmlElement font) {
    return new Font(
        value(font, "name").orElse(Font.STANDARD.name()),
        value(font, "sz").flatMap(LookReader::number).orElse(Font.STANDARD.sizePoints()),
        flag(font, "b"),
        flag(font, "i"),
        font.child("u")
            .map(each -> StyleWords.underline(each.attributeOr("val", "single")))
            .orElse(Underline.NONE),
        font.child("color").flatMap(colors::resolve));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(XmlElement parent, String child) {
    return parent.child(child).flatMap(each -> each.attribute("val"));
  }

  private static boolean flag(XmlElement parent, String child) {
    return parent.child(child).map(each -> each.flag("val", true)).orElse(false);
  }

  /// The colour in front of the pattern: all that is seen of a solid fill.
  private Optional<Color> fill(XmlElement fill) {
    return fill.child("patternFill")
        .filter(pattern -> !pattern.attributeOr("patternType", "none").equals("none"))
        .filter(pattern -> !pattern.attributeOr("patternType", "none").equals("gray125"))
        .flatMap(pattern -> pattern.child("fgColor").or(() -> pattern.child("bgColor")))
        .flatMap(colors::resolve);
  }

  private Borders borders(XmlElement border) {
    return new Borders(
        line(border, "left").or(() -> line(border, "start")).orElse(Border.NONE),
        line(border, "right").or(() -> line(border, "end")).orElse(Border.NONE),
        line(border, "top").orElse(Border.NONE),
        line(border, "bottom").orElse(Border.NONE),
        line(border, "diagonal").orElse(Border.NONE),
        border.flag("diagonalUp", false),
        border.flag("diagonalDown", false));
  }

  private Optional<Border> line(XmlElement border, String side) {
    return border
        .child(side)
        .map(each -> {
          LineStyle line = StyleWords.line(each.attributeOr("style", "none"));
          return line == LineStyle.NONE
              ? Border.NONE
              : new Border(line, each.child("color").flatMap(colors::resolve));
        });
  }

  private static Alignment alignment(XmlElement alignment) {
    return new Alignment(
        StyleWords.horizontal(alignment.attributeOr("horizontal", "general")),
        StyleWords.vertical(alignment.attributeOr("vertical", "bottom")),
        alignment.flag("wrapText", false));
  }

  private static Protection protection(XmlElement protection) {
    return new Protection(protection.flag("locked", true), protection.flag("hidden", false));
  }
}
