package dev.quire.ooxml.chart;

import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlText;

/// Elements of a chart part as they are written.
///
/// @param prefix of the chart namespace with its colon, empty for none
/// @param declares whether pieces have to declare the drawing namespace themselves, as they are put
///   into a part of somebody else
/// @param strict whether the file is written in the strict form of the format
record Markup(String prefix, boolean declares, boolean strict) {
  private static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/drawingml/main";

  /// An element of the chart namespace; one without content is written as one tag.
  String element(String name, String... content) {
    return tagged(prefix + name, "", String.join("", content));
  }

  /// An element that holds elements with the prefix `a`.
  String drawn(String name, String content) {
    return tagged(prefix + name, declares ? declaration() : "", content);
  }

  String declaration() {
    return Tags.attribute("xmlns:a", strict ? STRICT_MAIN : MAIN);
  }

  /// An element with a text.
  String text(String name, String text) {
    return element(name, XmlText.escape(text));
  }

  /// An element whose attribute `val` says all.
  String val(String name, String value) {
    return "<" + prefix + name + Tags.attribute("val", value) + "/>";
  }

  String val(String name, boolean value) {
    return val(name, value ? "1" : "0");
  }

  String val(String name, double value) {
    return val(name, Numbers.print(value));
  }

  String with(String name, String attributes, String... content) {
    return tagged(prefix + name, attributes, String.join("", content));
  }

  static String tagged(String name, String attributes, String content) {
    return content.isEmpty()
        ? "<" + name + attributes + "/>"
        : "<" + name + attributes + ">" + content + "</" + name + ">";
  }
}
