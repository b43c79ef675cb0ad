package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.style.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the colours of drawings come to (ECMA-376 part 1, 20.1.2.3).
final class DrawingColors {
  private static final double WHOLE = 100_000;

  private static final List<String> ACCENTS =
      List.of("accent1", "accent2", "accent3", "accent4", "accent5", "accent6");

  private static final Map<String, String> ROLES =
      Map.of("bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2");

  private final Map<String, Color> scheme;
  private final ChartTheme theme;

  private DrawingColors(Map<String, Color> scheme, ChartTheme theme) {
    this.scheme = scheme;
    this.theme = theme;
  }

  /// Those of a theme; of the one that new workbooks have, when there is none.
  static DrawingColors of(Optional<XmlElement> root) {
    Map<String, Color> scheme = new HashMap<>();
    ChartTheme usual = ChartTheme.OFFICE;
    for (int at = 0; at < ACCENTS.size(); at++) {
      scheme.put(ACCENTS.get(at), usual.accents().get(at));
    }
    scheme.put("lt1", usual.light());
    scheme.put("dk1", usual.dark());
    scheme.put("lt2", new Color(0xE7E6E6));
    scheme.put("dk2", new Color(0x44546A));
    scheme.put("hlink", new Color(0x0563C1));
    scheme.put("folHlink", new Color(0x954F72));
    Optional<XmlElement> elements = root.flatMap(each -> Nodes.child(each, "themeElements"));
    elements
        .flatMap(each -> Nodes.child(each, "clrScheme"))
        .ifPresent(colors ->
            colors.children().stream()
                .filter(each -> !each.children().isEmpty())
                .forEach(each ->
                    base(each.children().getFirst(), Map.of())
                        .ifPresent(color -> scheme.put(each.name(), color))));
    var theme =
        new ChartTheme(
            ACCENTS.stream().map(each -> scheme.getOrDefault(each, Color.BLACK)).toList(),
            scheme.getOrDefault("dk1", Color.BLACK),
            scheme.getOrDefault("lt1", Color.WHITE),
            font(elements, "majorFont", usual.headingFont()),
            font(elements, "minorFont", usual.bodyFont()));
    return new DrawingColors(Map.copyOf(scheme), theme);
  }

  private static String font(Optional<XmlElement> elements, String kind, String usual) {
    return elements
        .flatMap(each -> Nodes.down(each, "fontScheme", kind, "latin"))
        .flatMap(each -> each.attribute("typeface"))
        .filter(each -> !each.isEmpty())
        .orElse(usual);
  }

  ChartTheme theme() {
    return theme;
  }

  /// The colour in an element such as `solidFill`; empty when it names none that is known.
  Optional<Fill.Solid> in(XmlElement holder) {
    return holder.children().stream().flatMap(each -> color(each).stream()).findFirst();
  }

  /// What a colour element, such as `schemeClr`, stands for.
  Optional<Fill.Solid> color(XmlElement element) {
    return base(element, scheme).map(color -> changed(color, element));
  }

  private static Optional<Color> base(XmlElement element, Map<String, Color> scheme) {
    String value = element.attributeOr("val", "");
    return switch (element.name()) {
      case "srgbClr" -> Color.parse("#" + value);
      case "sysClr" -> Color.parse("#" + element.attributeOr("lastClr", system(value)));
      case "schemeClr" -> Optional.ofNullable(scheme.get(ROLES.getOrDefault(value, value)));
      case "prstClr" -> Color.parse(value.toLowerCase(Locale.ROOT).replace("dk", "dark"));
      case "scrgbClr" ->
          Optional.of(Color.ofShares(part(element, "r"), part(element, "g"), part(element, "b")));
      case "hslClr" ->
          Optional.of(
              Hsl.rgb(
                  element.decimal("hue", 0) / 60_000 / 360,
                  part(element, "sat"),
                  part(element, "lum")));
      default -> Optional.empty();
    };
  }

  private static String system(String name) {
    return name.equals("windowText") ? "000000" : "FFFFFF";
  }

  private static double part(XmlElement element, String name) {
    return fraction(element.attributeOr(name, "0"));
  }

  /// Thousandths of a percent, or a number with a percent sign (strict form), as a fraction.
  private static double fraction(String text) {
    double number = Nodes.number(text).orElse(0);
    return text.strip().endsWith("%") ? number / 100 : number / WHOLE;
  }

  private static Fill.Solid changed(Color color, XmlElement element) {
    Color now = color;
    double opacity = 1;
    for (XmlElement each : element.children()) {
      double amount = fraction(each.attributeOr("val", "0"));
      switch (each.name()) {
        case "alpha" -> opacity = Math.clamp(amount, 0, 1);
        case "lumMod" -> now = Hsl.of(now).lightness(l -> l * amount);
        case "lumOff" -> now = Hsl.of(now).lightness(l -> l + amount);
        case "satMod" -> now = Hsl.of(now).saturation(s -> s * amount);
        case "satOff" -> now = Hsl.of(now).saturation(s -> s + amount);
        case "tint" -> now = mixed(now, 1, amount);
        case "shade" -> now = mixed(now, 0, amount);
        case "gray" -> now = gray(now);
        case "inv" -> now = new Color(~now.rgb());
        default -> {} // other changes are rare, and move the colour a little at most
      }
    }
    return new Fill.Solid(now, opacity);
  }

  /// A part of the colour, the rest white or black.
  private static Color mixed(Color color, double other, double part) {
    double rest = other * (1 - part);
    return Color.ofShares(
        color.red() / 255.0 * part + rest,
        color.green() / 255.0 * part + rest,
        color.blue() / 255.0 * part + rest);
  }

  private static Color gray(Color color) {
    double light = (0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()) / 255;
    return Color.ofShares(light, light, light);
  }
}
