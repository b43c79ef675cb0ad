package dev.quire.ooxml.patch;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Takes elements out of a part, and with them the lists that would be left empty.
///
/// @param lists names of elements that are nothing without children
/// @param lost which elements go
record Pruning(Set<String> lists, Predicate<XmlElement> lost) {
  /// Takes them out.
  ///
  /// @return false when nothing is left, so that the part itself goes; it is not changed then
  boolean apply(XmlTree tree, SliceEdits edits) {
    return !goes(tree.root(), edits);
  }

  /// An element of a part without them; no bytes when nothing is left of it.
  byte[] apply(XmlTree alone) {
    var edits = new SliceEdits(alone);
    return apply(alone, edits) ? edits.apply() : new byte[0];
  }

  private boolean goes(XmlElement element, SliceEdits edits) {
    if (lost.test(element)) {
      return true;
    }
    List<XmlElement> gone = element.children().stream().filter(each -> goes(each, edits)).toList();
    if (!gone.isEmpty()
        && gone.size() == element.children().size()
        && lists.contains(element.name())) {
      return true;
    }
    gone.forEach(edits::drop);
    int count = element.number("count", 0);
    if (!gone.isEmpty() && count > 0) {
      edits.setAttribute(element, "count", Integer.toString(Math.max(0, count - gone.size())));
    }
    return false;
  }
}
