package dev.quire.ooxml.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An element of a small part, with the positions of its pieces in the part's bytes.
///
/// @param prefix its namespace prefix, empty for none
/// @param name its name without prefix
/// @param namespace the namespace that the prefix stands for, empty for none
/// @param attributes in the order written, namespace declarations included
/// @param children elements directly below
/// @param text the text directly below, without that of children
/// @param span where it lies
public record XmlElement(
    String prefix,
    String name,
    String namespace,
    List<Attribute> attributes,
    List<XmlElement> children,
    String text,
    Span span) {
  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  /// Positions of an element in the bytes of its part.
  ///
  /// @param start first byte of the start tag
  /// @param content first byte after the start tag
  /// @param contentEnd first byte of the end tag; for an empty element the same as `content`
  /// @param end first byte after the element
  /// @param empty whether it is written as one tag
  public record Span(int start, int content, int contentEnd, int end, boolean empty) {}

  /// An attribute.
  ///
  /// @param prefix its namespace prefix, empty for none
  /// @param name its name without prefix
  /// @param namespace the namespace of its prefix, empty for none
  /// @param value its value, references resolved
  /// @param start first byte of its name
  /// @param valueStart first byte of its value, quote left out
  /// @param valueEnd the quote after its value
  public record Attribute(
      String prefix,
      String name,
      String namespace,
      String value,
      int start,
      int valueStart,
      int valueEnd) {}

  /// The value of an attribute without namespace.
  public Optional<String> attribute(String wanted) {
    return attribute("", wanted);
  }

  /// The value of an attribute with this namespace.
  public Optional<String> attribute(String wantedNamespace, String wanted) {
    return findAttribute(wantedNamespace, wanted).map(Attribute::value);
  }

  /// The attribute with this namespace and name.
  public Optional<Attribute> findAttribute(String wantedNamespace, String wanted) {
    for (Attribute each : attributes) {
      if (each.name.equals(wanted) && each.namespace.equals(wantedNamespace)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The value of an attribute without namespace, or another text when it is not given.
  public String attributeOr(String wanted, String otherwise) {
    return attribute(wanted).orElse(otherwise);
  }

  /// Whether an attribute without namespace is true; `otherwise` when it is not given.
  public boolean flag(String wanted, boolean otherwise) {
    Optional<String> value = attribute(wanted);
    return value.isEmpty() ? otherwise : isTrue(value.get());
  }

  /// Whether a text is a true `xsd:boolean`.
  public static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /// The number that an attribute without namespace holds; `otherwise` when it is not given or no
  /// number.
  public int number(String wanted, int otherwise) {
    String value = attributeOr(wanted, "");
    int number = Ascii.number(Ascii.bytes(value), 0, value.length());
    return number < 0 ? otherwise : number;
  }

  /// The number with a fraction that an attribute without namespace holds; `otherwise` when it is
  /// not given or no finite number.
  public double decimal(String wanted, double otherwise) {
    String value = attributeOr(wanted, "").strip();
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /// Children in this element's namespace with this name. Where the file offers alternatives, those
  /// that it gives to readers who know no extension.
  public List<XmlElement> children(String wanted) {
    var found = new ArrayList<XmlElement>();
    collect(this, wanted, found);
    return found;
  }

  /// The first of [#children(String)].
  public Optional<XmlElement> child(String wanted) {
    List<XmlElement> found = children(wanted);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /// The elements of a child that is a list of them; none where there is no such list.
  public List<XmlElement> listed(String list, String wanted) {
    return child(list).map(each -> each.children(wanted)).orElse(List.of());
  }

  /// The first child with this name, in whatever namespace.
  public Optional<XmlElement> childNamed(String wanted) {
    return children.stream().filter(each -> each.name.equals(wanted)).findFirst();
  }

  private void collect(XmlElement in, String wanted, List<XmlElement> found) {
    for (XmlElement each : in.children) {
      if (each.name.equals(wanted) && each.namespace.equals(namespace)) {
        found.add(each);
      } else if (each.namespace.equals(COMPATIBILITY)
          && (each.name.equals("AlternateContent") || each.name.equals("Fallback"))) {
        collect(each, wanted, found);
      }
    }
  }

  /// The name as written: with its prefix.
  public String qualifiedName() {
    return qualified(name);
  }

  /// Another name with this element's prefix.
  public String qualified(String other) {
    return prefix.isEmpty() ? other : prefix + ":" + other;
  }
}
