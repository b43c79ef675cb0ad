package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What kind each part is (ECMA-376 part 2, §6.2.3).
public final class ContentTypes {
  /// Where the kinds are listed.
  public static final String PART = "[Content_Types].xml";

  private final XmlTree tree;
  private final Map<String, String> byPart = new HashMap<>();
  private final Map<String, String> byExtension = new HashMap<>();

  ContentTypes(XmlTree tree) {
    this.tree = tree;
    for (XmlElement each : tree.root().children("Override")) {
      byPart.put(key(partName(each)), each.attributeOr("ContentType", ""));
    }
    for (XmlElement each : tree.root().children("Default")) {
      byExtension.put(key(each.attributeOr("Extension", "")), each.attributeOr("ContentType", ""));
    }
  }

  /// The list as it is written.
  public XmlTree tree() {
    return tree;
  }

  /// The kind of a part.
  public Optional<String> of(String part) {
    String byName = byPart.get(key(part));
    String extension = part.substring(part.lastIndexOf('.') + 1);
    return Optional.ofNullable(byName == null ? byExtension.get(key(extension)) : byName);
  }

  /// The part that an `Override` element is about, without slash in front.
  public static String partName(XmlElement override) {
    String name = override.attributeOr("PartName", "").replace('\\', '/');
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
