package dev.quire.ooxml.xml;

import dev.quire.ooxml.guard.XlsxLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Start tags with some attributes changed and all else as written.
public final class Tags {
  private Tags() {}

  /// The present start tag with these attributes set, or removed where the value is empty. An empty
  /// element stays empty unless `open` is wanted.
  public static String with(
      XmlScanner scanner, Map<String, Optional<String>> changes, boolean open) {
    byte[] bytes = scanner.buffer();
    var out = new StringBuilder();
    var rest = new LinkedHashMap<>(changes);
    out.append(Ascii.string(bytes, scanner.start(), scanner.nameEnd()));
    int last = scanner.nameEnd();
    while (scanner.nextAttribute()) {
      int end = scanner.valueEnd() + 1;
      String name = scanner.attributeName();
      if (!changes.containsKey(name)) {
        out.append(Ascii.string(bytes, last, end));
      } else {
        Optional<String> value = changes.getOrDefault(name, Optional.empty());
        rest.remove(name);
        value.ifPresent(text -> out.append(attribute(name, text)));
      }
      last = end;
    }
    rest.forEach((name, value) -> value.ifPresent(text -> out.append(attribute(name, text))));
    boolean empty = scanner.isEmpty() && !open;
    return out.append(empty ? "/>" : ">").toString();
  }

  /// An element with these attributes of its start tag set or removed.
  public static String with(
      String element, Map<String, Optional<String>> changes, XlsxLimits limits) {
    byte[] bytes = Ascii.bytes(element);
    var scanner = new XmlScanner("element", bytes, limits);
    scanner.next();
    String tag = with(scanner, changes, false);
    return tag + Ascii.string(bytes, scanner.end(), bytes.length);
  }

  /// A whole element.
  ///
  /// @param name as written, with its prefix
  /// @param attributes each with the blank before it
  /// @param content as markup
  public static String element(String name, String attributes, String content) {
    return content.isEmpty()
        ? "<" + name + attributes + "/>"
        : "<" + name + attributes + ">" + content + "</" + name + ">";
  }

  /// An attribute with the blank before it.
  public static String attribute(String name, String value) {
    return " " + name + "=\"" + XmlText.escapeAttribute(value) + "\"";
  }
}
