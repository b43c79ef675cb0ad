package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.ContentTypes;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.SheetIndexes;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.PackedEntry;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.ooxml.zip.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What is to change in a package, collected until it is written at once. Keeps the list of content
/// types and the relationships in step with the parts.
final class PackageEdit {
  private final WorkbookLayout layout;
  private final Map<String, SliceEdits> slices = new LinkedHashMap<>();
  private final Map<String, PackedEntry> contents = new LinkedHashMap<>();
  private final Map<String, SplicedSheet> spliced = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final List<String> added = new ArrayList<>();
  private final Map<String, StringBuilder> newRelationships = new LinkedHashMap<>();
  private final Map<String, Integer> lastIds = new HashMap<>();

  PackageEdit(WorkbookLayout layout) {
    this.layout = layout;
  }

  /// The slices of a small part that change.
  SliceEdits slices(XmlTree tree) {
    return slices.computeIfAbsent(tree.part(), _ -> new SliceEdits(tree));
  }

  /// Gives a part another content.
  void rewrite(String part, Consumer<Bytes> content) {
    contents.put(key(part), pack(part, content));
  }

  /// Gives a part another content if it turns out to differ, which the writer tells.
  void rewriteIf(String part, Predicate<Bytes> content) {
    var differs = new boolean[1];
    PackedEntry packed = pack(part, out -> differs[0] = content.test(out));
    if (differs[0]) {
      contents.put(key(part), packed);
    }
  }

  /// Gives a part what a filter makes of it, as it is to be so far.
  ///
  /// @param filter copies from one to the other and tells whether anything differs
  void filter(String part, BiPredicate<XmlScanner, Bytes> filter) {
    if (!isRewritten(part)) {
      rewriteIf(part, out -> filter.test(layout.parts().scanner(part), out));
      return;
    }
    var scanner = new XmlScanner(part, now(part), layout.parts().limits());
    var filtered = new ByteArrayOutputStream();
    boolean differs;
    try (var out = new Bytes(filtered)) {
      differs = filter.test(scanner, out);
    }
    if (differs) {
      slices.remove(slicedAs(part));
      rewrite(part, out -> out.write(filtered.toByteArray(), 0, filtered.size()));
    }
  }

  /// Changes a small part as it is to be so far.
  void revise(String part, BiConsumer<XmlTree, SliceEdits> change) {
    XmlTree tree = tree(part);
    var edits = new SliceEdits(tree);
    change.accept(tree, edits);
    if (!edits.isEmpty()) {
      byte[] bytes = edits.apply();
      rewrite(part, out -> out.write(bytes, 0, bytes.length));
      slices.remove(slicedAs(part));
    }
  }

  /// A small part as it is to be so far.
  XmlTree tree(String part) {
    return XmlTree.read(part, now(part), layout.parts().limits());
  }

  private byte[] now(String part) {
    SliceEdits sliced = slices.get(slicedAs(part));
    PackedEntry content = contents.get(key(part));
    return sliced != null && !sliced.isEmpty()
        ? sliced.apply()
        : content != null ? content.content() : layout.parts().bytes(part);
  }

  /// The name of a part by which its slices go.
  private String slicedAs(String part) {
    return slices.keySet().stream().filter(part::equalsIgnoreCase).findFirst().orElse(part);
  }

  /// Gives a worksheet part another content of which most is compressed already.
  void splice(String part, SplicedSheet sheet) {
    contents.put(key(part), sheet.content().entry());
    spliced.put(part, sheet);
  }

  /// Whether a part is to go.
  boolean isRemoved(String part) {
    return removed.contains(key(part));
  }

  /// Whether a part gets another content.
  boolean isRewritten(String part) {
    return contents.containsKey(key(part))
        || slices.entrySet().stream()
            .anyMatch(each -> key(each.getKey()).equals(key(part)) && !each.getValue().isEmpty());
  }

  /// Adds a part.
  void add(String part, String contentType, Consumer<Bytes> content) {
    contents.put(key(part), pack(part, content));
    added.add(part);
    XmlTree types = layout.contentTypes().tree();
    slices(types)
        .append(
            types.root(),
            "<%s PartName=\"/%s\" ContentType=\"%s\"/>"
                .formatted(types.root().qualified("Override"), part, contentType));
  }

  /// Adds a part beside the workbook and lets the workbook refer to it.
  void addForWorkbook(String name, String kind, String contentType, Consumer<Bytes> content) {
    String workbook = layout.workbook().part();
    String part = free(workbook.substring(0, workbook.lastIndexOf('/') + 1) + name);
    add(part, contentType, content);
    relate(layout.relationships(), NewParts.relationship(layout.isStrict(), kind), part);
  }

  /// Removes a part and what it refers to by itself, and its entry in the list of content types.
  void remove(String part) {
    removed.add(key(part));
    removed.add(key(Relationships.partFor(part)));
    XmlTree types = layout.contentTypes().tree();
    for (XmlElement each : types.root().children("Override")) {
      if (key(ContentTypes.partName(each)).equals(key(part))) {
        slices(types).remove(each);
      }
    }
  }

  /// Lets a part refer to another.
  ///
  /// @return the new relationship's id
  String relate(Relationships from, String type, String target) {
    int number = lastIds.merge(from.source(), 1 + highestId(from), (last, _) -> last + 1);
    String id = "rId" + number;
    String element =
        "<%s Id=\"%s\" Type=\"%s\" Target=\"%s\"/>"
            .formatted(
                from.tree()
                    .map(tree -> tree.root().qualified("Relationship"))
                    .orElse("Relationship"),
                id,
                type,
                XmlText.escapeAttribute(Relationships.spell(from.source(), target)));
    from.tree()
        .ifPresentOrElse(
            tree -> slices(tree).append(tree.root(), element),
            () ->
                newRelationships
                    .computeIfAbsent(from.source(), _ -> new StringBuilder())
                    .append(element));
    return id;
  }

  /// Takes a relationship away.
  void unrelate(Relationships from, Relationship relationship) {
    from.tree().ifPresent(tree -> slices(tree).remove(relationship.element()));
  }

  /// A name that no part has: this one, or one with a number before its extension.
  String free(String wanted) {
    int dot = wanted.lastIndexOf('.');
    String name = wanted;
    for (int number = 1; isTaken(name); number++) {
      name = wanted.substring(0, dot) + number + wanted.substring(dot);
    }
    return name;
  }

  /// A name that no part has, with the lowest number possible before its extension.
  String numbered(String stem, String extension) {
    int number = 1;
    while (isTaken(stem + number + extension)) {
      number++;
    }
    return stem + number + extension;
  }

  /// Whether nothing changes.
  boolean isEmpty() {
    return contents.isEmpty()
        && removed.isEmpty()
        && slices.values().stream().allMatch(SliceEdits::isEmpty);
  }

  /// Writes the package: what stays in its place, what is new at the end.
  Patched write(long cellsChanged, List<String> notices, List<OptionalInt> keys) {
    settle();
    var out = new ZipWriter();
    var rewritten = new ArrayList<String>();
    var gone = new ArrayList<String>();
    int identical = 0;
    for (ZipEntry entry : layout.parts().archive().entries()) {
      PackedEntry content = contents.remove(key(entry.name()));
      if (removed.contains(key(entry.name()))) {
        gone.add(entry.name());
      } else if (content == null) {
        out.copy(layout.parts().archive(), entry);
        identical++;
      } else {
        out.add(content);
        rewritten.add(entry.name());
      }
    }
    contents.values().forEach(out::add);
    SheetIndexes indexes = layout.parts().indexes().copy();
    rewritten.forEach(indexes::forget);
    gone.forEach(indexes::forget);
    spliced.forEach((part, sheet) -> indexes.put(part, sheet.index()));
    return new Patched(
        out.pieces(),
        rewritten,
        List.copyOf(added),
        gone,
        identical,
        cellsChanged,
        List.copyOf(notices),
        keys,
        indexes,
        spliced.values().stream().map(SplicedSheet::content).toList());
  }

  /// Turns slices and new relationships into contents.
  private void settle() {
    slices.forEach((part, edits) -> {
      if (!edits.isEmpty()) {
        byte[] bytes = edits.apply();
        rewrite(part, out -> out.write(bytes, 0, bytes.length));
      }
    });
    newRelationships.forEach((source, elements) -> {
      String part = Relationships.partFor(source);
      rewrite(
          part,
          out ->
              out.write(
                  NewParts.DECLARATION
                      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                      + elements
                      + "</Relationships>"));
      added.add(part);
    });
  }

  private PackedEntry pack(String part, Consumer<Bytes> content) {
    String name = layout.parts().archive().find(part).map(ZipEntry::name).orElse(part);
    return PackedEntry.of(
        name,
        layout.parts().limits().deflateLevel(),
        stream -> {
          try (var out = new Bytes(stream)) {
            content.accept(out);
          }
        });
  }

  /// Whether there is such a part, or is to be.
  boolean isTaken(String part) {
    return layout.parts().has(part) || contents.containsKey(key(part));
  }

  private static int highestId(Relationships from) {
    int highest = 0;
    for (Relationship each : from.all()) {
      String digits = each.id().startsWith("rId") ? each.id().substring(3) : "";
      if (!digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit)) {
        highest = Math.max(highest, Integer.parseInt(digits));
      }
    }
    return highest;
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
