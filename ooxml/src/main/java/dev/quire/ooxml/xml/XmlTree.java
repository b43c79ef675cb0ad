package dev.quire.ooxml.xml;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlElement.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small part, read as a whole.
///
/// @param part its name
/// @param bytes its text in UTF-8 without byte order mark; must not be changed
/// @param root its root element
public record XmlTree(String part, byte[] bytes, XmlElement root) {
  /// Reads a part. Throws [dev.quire.ooxml.guard.XlsxFault.Damaged] when it is not well formed.
  public static XmlTree read(String part, byte[] content, XlsxLimits limits) {
    byte[] bytes = XmlInput.utf8(part, content);
    return new XmlTree(part, bytes, new Reader(part, bytes, limits).root());
  }

  /// The text of an element, tags included, as it stands.
  public String source(XmlElement element) {
    return Ascii.string(bytes, element.span().start(), element.span().end());
  }

  /// Builds elements while tags come in.
  private static final class Reader {
    private final XmlScanner scanner;
    private final XlsxLimits limits;
    private int elements;
    private Map<String, String> namespaces =
        Map.of("xml", "http://www.w3.org/XML/1998/namespace", "", "");

    Reader(String part, byte[] bytes, XlsxLimits limits) {
      scanner = new XmlScanner(part, bytes, limits);
      this.limits = limits;
    }

    XmlElement root() {
      while (scanner.next() != XmlScanner.Token.START) {
        continue;
      }
      XmlElement root = element();
      while (scanner.next() != XmlScanner.Token.EOF) {
        continue;
      }
      return root;
    }

    private XmlElement element() {
      if (++elements > limits.treeElements()) {
        throw new XlsxFault.TooLarge(
            scanner.part(), "elements in a part of its kind", limits.treeElements());
      }
      int start = scanner.start();
      int content = scanner.end();
      boolean empty = scanner.isEmpty();
      String name = scanner.name();
      Map<String, String> outer = namespaces;
      List<Attribute> attributes = attributes();
      int colon = name.indexOf(':');
      String prefix = colon < 0 ? "" : name.substring(0, colon);
      String namespace = namespaces.getOrDefault(prefix, "");
      var children = new ArrayList<XmlElement>();
      var text = new StringBuilder();
      int contentEnd = empty ? content : content(children, text);
      namespaces = outer;
      return new XmlElement(
          prefix,
          name.substring(colon + 1),
          namespace,
          attributes,
          List.copyOf(children),
          text.toString(),
          new XmlElement.Span(start, content, contentEnd, scanner.end(), empty));
    }

    private int content(List<XmlElement> children, StringBuilder text) {
      while (true) {
        switch (scanner.next()) {
          case START -> children.add(element());
          case TEXT -> text.append(scanner.text());
          case OTHER -> {}
          case END, EOF -> {
            return scanner.start();
          }
        }
      }
    }

    private List<Attribute> attributes() {
      Map<String, String> outer = namespaces;
      var raw = new ArrayList<Attribute>();
      while (scanner.nextAttribute()) {
        String name = scanner.attributeName();
        String value = scanner.value();
        int colon = name.indexOf(':');
        if (name.equals("xmlns")) {
          declare("", value, outer);
        } else if (name.startsWith("xmlns:")) {
          declare(name.substring(6), value, outer);
        }
        raw.add(
            new Attribute(
                colon < 0 ? "" : name.substring(0, colon),
                name.substring(colon + 1),
                "",
                value,
                scanner.attributeStart(),
                scanner.valueStart(),
                scanner.valueEnd()));
      }
      return raw.stream().map(this::resolved).toList();
    }

    private void declare(String prefix, String namespace, Map<String, String> outer) {
      if (namespaces == outer) {
        namespaces = new HashMap<>(outer);
      }
      namespaces.put(prefix, namespace);
    }

    private Attribute resolved(Attribute raw) {
      if (raw.prefix().isEmpty() || raw.prefix().equals("xmlns")) {
        return raw;
      }
      return new Attribute(
          raw.prefix(),
          raw.name(),
          namespaces.getOrDefault(raw.prefix(), ""),
          raw.value(),
          raw.start(),
          raw.valueStart(),
          raw.valueEnd());
    }
  }
}
