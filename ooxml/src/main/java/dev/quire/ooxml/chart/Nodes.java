package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for elements of drawings by their names without prefix: the transitional and the strict
/// form of the format have other namespaces and the same names.
final class Nodes {
  private Nodes() {}

  /// The first child with this name.
  static Optional<XmlElement> child(XmlElement parent, String name) {
    for (XmlElement each : parent.children()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// All children with this name.
  static List<XmlElement> children(XmlElement parent, String name) {
    var found = new ArrayList<XmlElement>();
    for (XmlElement each : parent.children()) {
      if (each.name().equals(name)) {
        found.add(each);
      }
    }
    return found;
  }

  /// Follows names downwards.
  static Optional<XmlElement> down(XmlElement from, String... names) {
    Optional<XmlElement> at = Optional.of(from);
    for (String name : names) {
      at = at.flatMap(each -> child(each, name));
    }
    return at;
  }

  /// The attribute `val` of a child.
  static Optional<String> val(XmlElement parent, String name) {
    return child(parent, name).flatMap(each -> each.attribute("val"));
  }

  /// Whether a child is there and says yes; an element that says nothing says yes (ECMA-376 part 1,
  /// 21.2.2, `CT_Boolean`).
  static boolean flag(XmlElement parent, String name, boolean otherwise) {
    return child(parent, name).map(each -> each.flag("val", true)).orElse(otherwise);
  }

  /// The number that a child holds in `val`, with or without a percent sign.
  static OptionalDouble number(XmlElement parent, String name) {
    return val(parent, name).map(Nodes::number).orElse(OptionalDouble.empty());
  }

  /// The whole number that a child holds in `val`.
  static int whole(XmlElement parent, String name, int otherwise) {
    return (int) Math.round(number(parent, name).orElse(otherwise));
  }

  /// A finite number; empty when a text is none.
  static OptionalDouble number(String text) {
    String plain = text.strip();
    String digits = plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain;
    try {
      double number = Double.parseDouble(digits);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
