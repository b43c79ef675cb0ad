package dev.quire.app.demo;

import dev.quire.app.demo.Style.Format;
import dev.quire.app.demo.Style.Named;
import java.util.Arrays;

/// The styles part: every named style has a font, a fill and a border of its own.
final class StylesPart {
  static final String BODY_FONT = "Aptos Narrow";
  static final String HEADING_FONT = "Aptos Display";

  /// Excel expects its two first fills to be these; ours follow.
  private static final String STANDARD_FILLS =
      "<fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill>";

  private static final int STANDARD_FILL_COUNT = 2;

  private StylesPart() {}

  static void write(Xml xml) {
    xml.raw("<styleSheet xmlns=\"").raw(Namespaces.MAIN).raw("\">");
    formats(xml);
    fonts(xml);
    fills(xml);
    borders(xml);
    xml.raw("<cellStyleXfs count=\"").raw(Named.values().length).raw("\">");
    for (var named : Named.values()) {
      look(xml, Format.GENERAL, named).raw("/>");
    }
    xml.raw("</cellStyleXfs><cellXfs count=\"").raw(Style.values().length).raw("\">");
    for (var style : Style.values()) {
      cell(xml, style);
    }
    xml.raw("</cellXfs><cellStyles count=\"").raw(Named.values().length).raw("\">");
    for (var named : Named.values()) {
      xml.raw("<cellStyle name=\"").text(named.label()).raw("\" xfId=\"").raw(named.ordinal());
      xml.raw("\" builtinId=\"").raw(named.builtinId()).raw("\"/>");
    }
    xml.raw("</cellStyles><dxfs count=\"0\"/>");
    xml.raw("<tableStyles count=\"0\" defaultTableStyle=\"TableStyleMedium2\"");
    xml.raw(" defaultPivotStyle=\"PivotStyleLight16\"/></styleSheet>");
  }

  private static void formats(Xml xml) {
    var custom = Arrays.stream(Format.values()).filter(Format::isCustom).toList();
    xml.raw("<numFmts count=\"").raw(custom.size()).raw("\">");
    for (var format : custom) {
      xml.raw("<numFmt numFmtId=\"").raw(format.id()).raw("\" formatCode=\"");
      xml.text(format.code()).raw("\"/>");
    }
    xml.raw("</numFmts>");
  }

  private static void fonts(Xml xml) {
    xml.raw("<fonts count=\"").raw(Named.values().length).raw("\">");
    for (var named : Named.values()) {
      var name = named.scheme().equals("major") ? HEADING_FONT : BODY_FONT;
      xml.raw("<font>").raw(named.font()).raw("<name val=\"").raw(name);
      xml.raw("\"/><family val=\"2\"/><scheme val=\"").raw(named.scheme()).raw("\"/></font>");
    }
    xml.raw("</fonts>");
  }

  private static void fills(Xml xml) {
    xml.raw("<fills count=\"").raw(STANDARD_FILL_COUNT + Named.values().length).raw("\">");
    xml.raw(STANDARD_FILLS);
    for (var named : Named.values()) {
      if (named.fillColor().isEmpty()) {
        xml.raw("<fill><patternFill patternType=\"none\"/></fill>");
      } else {
        xml.raw("<fill><patternFill patternType=\"solid\">").raw(named.fillColor());
        xml.raw("<bgColor indexed=\"64\"/></patternFill></fill>");
      }
    }
    xml.raw("</fills>");
  }

  private static void borders(Xml xml) {
    xml.raw("<borders count=\"").raw(Named.values().length).raw("\">");
    for (var named : Named.values()) {
      var sides =
          named.border().isEmpty() ? "<left/><right/><top/><bottom/><diagonal/>" : named.border();
      xml.raw("<border>").raw(sides).raw("</border>");
    }
    xml.raw("</borders>");
  }

  private static void cell(Xml xml, Style style) {
    look(xml, style.format(), style.named()).raw(" xfId=\"").raw(style.named().ordinal()).raw("\"");
    if (style.format() != Format.GENERAL) {
      xml.raw(" applyNumberFormat=\"1\"");
    }
    xml.raw("/>");
  }

  private static Xml look(Xml xml, Format format, Named named) {
    var fill = named.fillColor().isEmpty() ? 0 : STANDARD_FILL_COUNT + named.ordinal();
    return xml.raw("<xf numFmtId=\"")
        .raw(format.id())
        .raw("\" fontId=\"")
        .raw(named.ordinal())
        .raw("\" fillId=\"")
        .raw(fill)
        .raw("\" borderId=\"")
        .raw(named.ordinal())
        .raw("\"");
  }
}
