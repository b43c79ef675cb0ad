package dev.quire.ooxml.xml;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes to a part that replace slices of it and leave all other bytes as they are. Slices must
/// not overlap; insertions at the same place stay in the order in which they were asked for.
public final class SliceEdits {
  private final byte[] bytes;
  private final List<Slice> slices = new ArrayList<>();

  private record Slice(int from, int to, String text) {
    boolean replaces() {
      return to > from;
    }
  }

  /// @param tree the part as it is
  public SliceEdits(XmlTree tree) {
    this.bytes = tree.bytes();
  }

  /// Whether anything was asked for.
  public boolean isEmpty() {
    return slices.isEmpty();
  }

  /// Replaces the bytes from `from` up to and without `to`.
  public void replace(int from, int to, String text) {
    slices.add(new Slice(from, to, text));
  }

  /// Inserts before a position.
  public void insert(int at, String text) {
    replace(at, at, text);
  }

  /// Replaces an element, tags included.
  public void replace(XmlElement element, String text) {
    replace(element.span().start(), element.span().end(), text);
  }

  /// Removes an element.
  public void remove(XmlElement element) {
    replace(element, "");
  }

  /// Removes an element, and with it all that was to change in it.
  public void drop(XmlElement element) {
    int from = element.span().start();
    int to = element.span().end();
    slices.removeIf(each -> each.from >= from && each.to <= to);
    remove(element);
  }

  /// Replaces what is between the tags of an element, which may be an empty one.
  public void replaceContent(XmlElement element, String text) {
    if (!element.span().empty()) {
      replace(element.span().content(), element.span().contentEnd(), text);
    } else if (!text.isEmpty()) {
      open(element, text);
    }
  }

  /// Adds something after the last child of an element.
  public void append(XmlElement element, String text) {
    if (element.span().empty()) {
      open(element, text);
    } else {
      insert(element.span().contentEnd(), text);
    }
  }

  /// Sets an attribute without namespace.
  public void setAttribute(XmlElement element, String name, String value) {
    String escaped = XmlText.escapeAttribute(value);
    element
        .findAttribute("", name)
        .ifPresentOrElse(
            found -> replace(found.valueStart(), found.valueEnd(), escaped),
            () ->
                insert(
                    element.span().content() - (element.span().empty() ? 2 : 1),
                    " " + name + "=\"" + escaped + "\""));
  }

  /// Removes an attribute without namespace, if it is there.
  public void removeAttribute(XmlElement element, String name) {
    element
        .findAttribute("", name)
        .ifPresent(found -> replace(found.start() - 1, found.valueEnd() + 1, ""));
  }

  /// The changed part.
  public byte[] apply() {
    var ordered = new ArrayList<>(slices);
    ordered.sort(Comparator.comparingInt(Slice::from).thenComparing(Slice::replaces));
    var out = new ByteArrayOutputStream(bytes.length + 1024);
    int at = 0;
    for (Slice each : ordered) {
      if (each.from < at) {
        throw new IllegalStateException("slices overlap at byte " + each.from);
      }
      out.write(bytes, at, each.from - at);
      out.writeBytes(Ascii.bytes(each.text));
      at = each.to;
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  private void open(XmlElement element, String content) {
    int slash = element.span().content() - 2;
    replace(slash, element.span().end(), ">" + content + "</" + element.qualifiedName() + ">");
  }
}
