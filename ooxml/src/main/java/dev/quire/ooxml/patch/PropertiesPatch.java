package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Worksheet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Changes the document's properties: when it was modified, and the list of its sheets.
final class PropertiesPatch {
  private final WorkbookLayout layout;
  private final PackageEdit edit;

  PropertiesPatch(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// Notes the moment of the save, where the file notes one at all.
  void modified(Instant now) {
    tree("core-properties")
        .ifPresent(tree -> {
          for (XmlElement each : tree.root().children()) {
            if (each.name().equals("modified")) {
              edit.slices(tree)
                  .replaceContent(each, now.truncatedTo(ChronoUnit.SECONDS).toString());
            }
          }
        });
  }

  /// Lists the worksheets as they are called now. A list of another shape than Excel's is taken
  /// away: it may be missing, but must not be wrong.
  void titles(List<Worksheet> before, List<Worksheet> after) {
    tree("extended-properties").ifPresent(tree -> titles(tree, before, after));
  }

  private void titles(XmlTree tree, List<Worksheet> before, List<Worksheet> after) {
    Optional<XmlElement> counts = tree.root().child("HeadingPairs");
    Optional<XmlElement> titles = tree.root().child("TitlesOfParts");
    if (counts.isEmpty() && titles.isEmpty()) {
      return;
    }
    SliceEdits edits = edit.slices(tree);
    Optional<XmlElement> count = counts.flatMap(PropertiesPatch::firstCount);
    List<XmlElement> names = titles.map(PropertiesPatch::items).orElse(List.of());
    boolean usual =
        count
                .filter(each -> each.text().strip().equals(Integer.toString(before.size())))
                .isPresent()
            && names.size() >= before.size()
            && sameNames(names, before);
    if (!usual) {
      counts.ifPresent(edits::remove);
      titles.ifPresent(edits::remove);
      return;
    }
    count.ifPresent(each -> edits.replaceContent(each, Integer.toString(after.size())));
    XmlElement vector = titles.flatMap(each -> each.childNamed("vector")).orElseThrow();
    edits.setAttribute(
        vector, "size", Integer.toString(names.size() - before.size() + after.size()));
    var out = new StringBuilder();
    String tag = names.getFirst().qualifiedName();
    for (Worksheet each : after) {
      out.append("<%s>%s</%s>".formatted(tag, XmlText.escape(each.name()), tag));
    }
    edits.replace(
        names.getFirst().span().start(), names.get(before.size() - 1).span().end(), out.toString());
  }

  private static boolean sameNames(List<XmlElement> names, List<Worksheet> sheets) {
    for (int at = 0; at < sheets.size(); at++) {
      if (!names.get(at).text().equals(sheets.get(at).name())) {
        return false;
      }
    }
    return true;
  }

  /// The number of worksheets: the second variant of the list of headings.
  private static Optional<XmlElement> firstCount(XmlElement headings) {
    List<XmlElement> variants = items(headings);
    return variants.size() < 2 ? Optional.empty() : variants.get(1).childNamed("i4");
  }

  private static List<XmlElement> items(XmlElement list) {
    return list.childNamed("vector").map(XmlElement::children).orElse(List.of());
  }

  private Optional<XmlTree> tree(String kind) {
    PackageParts parts = layout.parts();
    return layout.root().all().stream()
        .filter(each -> !each.external() && each.is(kind))
        .map(Relationship::target)
        .filter(parts::has)
        .findFirst()
        .map(parts::tree);
  }
}
