package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Writes fills, lines and fonts of shapes. A colour of the theme is written as such, so that it
/// follows the theme.
final class LookWriter {
  /// Shades of the dark colour that Excel uses: thousandths of a percent that are kept of the
  /// lightness, the rest is light.
  private static final List<Integer> SHADES = List.of(5, 15, 25, 35, 50, 65, 75, 85, 95);

  private static final int THOUSANDTHS = 1000;

  /// `rot` of labels that are turned as fits.
  private static final int AS_FITS = -60_000_000;

  private final Markup markup;
  private final ChartTheme theme;

  LookWriter(Markup markup, ChartTheme theme) {
    this.markup = markup;
    this.theme = theme;
  }

  Markup markup() {
    return markup;
  }

  /// `spPr`; nothing when all is automatic.
  String shape(ShapeFormat format) {
    String content = fill(format.fill()) + line(format.line());
    return content.isEmpty() ? "" : markup.drawn("spPr", content);
  }

  /// `spPr` of something that is only a line.
  String lineOnly(Line line) {
    return shape(new ShapeFormat(Fill.AUTOMATIC, line));
  }

  /// `marker` of points; nothing when all is automatic.
  String marker(Marker marker) {
    if (marker.equals(Marker.AUTOMATIC)) {
      return "";
    }
    return markup.element(
        "marker",
        markup.val("symbol", Words.SYMBOLS.word(marker.symbol())),
        marker.sizePoints().isPresent() ? markup.val("size", marker.sizePoints().getAsInt()) : "",
        shape(marker.format()));
  }

  /// A piece that stands in a part of somebody else without anything of ours around it.
  String alone(String piece) {
    int end = 1;
    while (end < piece.length() && " />".indexOf(piece.charAt(end)) < 0) {
      end++;
    }
    return piece.isEmpty()
        ? ""
        : piece.substring(0, end) + markup.declaration() + piece.substring(end);
  }

  String fill(Fill fill) {
    return switch (fill) {
      case Fill.Automatic _ -> "";
      case Fill.None _ -> "<a:noFill/>";
      case Fill.Solid(Color color, double opacity) ->
          "<a:solidFill>" + color(color, opacity) + "</a:solidFill>";
      case Fill.Gradient gradient -> gradient(gradient);
      case Fill.Pattern(String preset, Color foreground, Color background) ->
          "<a:pattFill"
              + Tags.attribute("prst", preset)
              + "><a:fgClr>"
              + color(foreground, 1)
              + "</a:fgClr><a:bgClr>"
              + color(background, 1)
              + "</a:bgClr></a:pattFill>";
    };
  }

  private String gradient(Fill.Gradient gradient) {
    var stops = new StringBuilder();
    for (Fill.Stop each : gradient.stops()) {
      stops.append(
          Markup.tagged(
              "a:gs",
              Tags.attribute("pos", Long.toString(Math.round(each.at() * 100 * THOUSANDTHS))),
              color(each.color(), each.opacity())));
    }
    return "<a:gradFill rotWithShape=\"1\"><a:gsLst>"
        + stops
        + "</a:gsLst><a:lin"
        + Tags.attribute("ang", angle(gradient.degrees()))
        + " scaled=\"0\"/></a:gradFill>";
  }

  private static String angle(double degrees) {
    return Long.toString(Math.round(degrees * LookOfShapes.ANGLE));
  }

  String line(Line line) {
    if (line.equals(Line.AUTOMATIC)) {
      return "";
    }
    String width =
        line.widthPoints().isPresent()
            ? Tags.attribute(
                "w", Long.toString(Math.round(line.widthPoints().getAsDouble() * LookOfShapes.EMU)))
            : "";
    String dash =
        line.dash() == Line.Dash.SOLID
            ? ""
            : "<a:prstDash" + Tags.attribute("val", Words.DASHES.word(line.dash())) + "/>";
    return Markup.tagged(
        "a:ln",
        width + (line.roundCap() ? Tags.attribute("cap", "rnd") : ""),
        fill(line.fill()) + dash + (line.fill() instanceof Fill.Solid ? "<a:round/>" : ""));
  }

  String color(Color color, double opacity) {
    String alpha =
        opacity >= 1
            ? ""
            : "<a:alpha"
                + Tags.attribute("val", Long.toString(Math.round(opacity * 100 * THOUSANDTHS)))
                + "/>";
    int accent = theme.accents().indexOf(color);
    if (accent >= 0) {
      return scheme("accent" + (accent + 1), alpha);
    }
    if (color.equals(theme.light())) {
      return scheme("bg1", alpha);
    }
    if (color.equals(theme.dark())) {
      return scheme("tx1", alpha);
    }
    return shade(color, alpha);
  }

  private String shade(Color color, String alpha) {
    for (int kept : SHADES) {
      Hsl dark = Hsl.of(theme.dark());
      Color modulated = dark.lightness(l -> l * kept / 100);
      double rest = (100 - kept) / 100.0;
      if (Hsl.of(modulated).lightness(l -> l + rest).equals(color)) {
        return scheme(
            "tx1",
            "<a:lumMod val=\"%d\"/><a:lumOff val=\"%d\"/>"
                    .formatted(kept * THOUSANDTHS, (100 - kept) * THOUSANDTHS)
                + alpha);
      }
    }
    return Markup.tagged(
        "a:srgbClr",
        Tags.attribute("val", color.toString().substring(1).toUpperCase(Locale.ROOT)),
        alpha);
  }

  private static String scheme(String name, String changes) {
    return Markup.tagged("a:schemeClr", Tags.attribute("val", name), changes);
  }

  /// `txPr`; nothing when all is automatic.
  ///
  /// @param degrees by which texts are turned; empty for not told
  String text(ChartText text, OptionalDouble degrees) {
    if (text.equals(ChartText.AUTOMATIC) && degrees.isEmpty()) {
      return "";
    }
    return textAlways(text, body(degrees));
  }

  /// `txPr` of the labels of an axis, which are turned as fits when nothing is told.
  String axisText(ChartText text, OptionalDouble degrees) {
    String turned = degrees.isPresent() ? angle(degrees.getAsDouble()) : Integer.toString(AS_FITS);
    return textAlways(text, "<a:bodyPr rot=\"%s\" vert=\"horz\"/>".formatted(turned));
  }

  private String textAlways(ChartText text, String body) {
    return markup.drawn(
        "txPr",
        body
            + "<a:lstStyle/><a:p><a:pPr>"
            + font("a:defRPr", text)
            + "</a:pPr><a:endParaRPr lang=\"en-US\"/></a:p>");
  }

  private static String body(OptionalDouble degrees) {
    return degrees.isEmpty()
        ? "<a:bodyPr/>"
        : "<a:bodyPr rot=\"%s\" vert=\"horz\"/>".formatted(angle(degrees.getAsDouble()));
  }

  /// A text with its looks, as titles have it. Lines become paragraphs.
  String rich(String text, ChartText font, double degrees) {
    var out = new StringBuilder(body(OptionalDouble.of(degrees)));
    out.append("<a:lstStyle/>");
    for (String line : text.split("\n", -1)) {
      out.append("<a:p><a:pPr>").append(font("a:defRPr", font)).append("</a:pPr>");
      out.append("<a:r>").append(font("a:rPr", font));
      out.append("<a:t>").append(XmlText.escape(line)).append("</a:t></a:r></a:p>");
    }
    return markup.drawn("rich", out.toString());
  }

  private String font(String name, ChartText text) {
    var attributes = new StringBuilder(name.equals("a:rPr") ? Tags.attribute("lang", "en-US") : "");
    text.sizePoints()
        .ifPresent(
            size -> attributes.append(Tags.attribute("sz", Long.toString(Math.round(size * 100)))));
    text.bold().ifPresent(bold -> attributes.append(Tags.attribute("b", bold ? "1" : "0")));
    text.italic().ifPresent(italic -> attributes.append(Tags.attribute("i", italic ? "1" : "0")));
    text.underlined()
        .ifPresent(line -> attributes.append(Tags.attribute("u", line ? "sng" : "none")));
    return Markup.tagged(
        name,
        attributes.toString(),
        text.color().map(color -> fill(new Fill.Solid(color, 1))).orElse("")
            + text.name()
                .map(face -> "<a:latin" + Tags.attribute("typeface", face) + "/>")
                .orElse(""));
  }
}
