package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// Sets children of elements where the schema wants them and leaves all else as it is.
///
/// @param edits the changes to the part
record Pieces(SliceEdits edits) {
  /// Replaces, inserts or removes a child.
  ///
  /// @param order names of all children in the order of the schema
  /// @param text the child; nothing removes it
  void set(XmlElement parent, String name, List<String> order, String text) {
    Optional<XmlElement> old = Nodes.child(parent, name);
    if (old.isPresent()) {
      edits.replace(old.get(), text);
    } else if (!text.isEmpty()) {
      insert(parent, name, order, text);
    }
  }

  /// Inserts behind all that comes before a child of this name.
  void insert(XmlElement parent, String name, List<String> order, String text) {
    if (parent.span().empty()) {
      edits.append(parent, text);
      return;
    }
    List<String> before = order.subList(0, order.indexOf(name) + 1);
    int at = parent.span().content();
    for (XmlElement each : parent.children()) {
      if (before.contains(each.name()) || isAlternative(each, before)) {
        at = each.span().end();
      }
    }
    edits.insert(at, text);
  }

  private static boolean isAlternative(XmlElement element, List<String> before) {
    return element.name().equals("AlternateContent")
        && element.children().stream()
            .flatMap(each -> each.children().stream())
            .anyMatch(each -> before.contains(each.name()));
  }
}
