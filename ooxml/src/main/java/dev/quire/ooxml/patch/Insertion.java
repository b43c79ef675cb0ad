package dev.quire.ooxml.patch;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import java.util.List;

/// Puts a child where the schema wants it.
final class Insertion {
  private Insertion() {}

  /// Inserts behind the last child that has to come before, or at the very start.
  ///
  /// @param before names of the children that come before the new one
  static void after(SliceEdits edits, XmlElement parent, List<String> before, String text) {
    if (parent.span().empty()) {
      edits.append(parent, text);
      return;
    }
    int at = parent.span().content();
    for (XmlElement each : parent.children()) {
      if (before.contains(each.name())) {
        at = each.span().end();
      }
    }
    edits.insert(at, text);
  }

  /// Adds to a list that counts its elements.
  static void append(SliceEdits edits, XmlElement list, String text, int added) {
    if (list.attribute("count").isPresent()) {
      int count = list.number("count", 0) + added;
      edits.setAttribute(list, "count", Integer.toString(count));
    }
    edits.append(list, text);
  }
}
