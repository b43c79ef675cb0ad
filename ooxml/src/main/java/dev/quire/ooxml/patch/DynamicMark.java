package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.DynamicMarks;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.List;
import java.util.Optional;

/// The number of the metadata record that tells a dynamic array formula from one entered with
/// Ctrl+Shift+Enter. Made when the first such formula is written.
final class DynamicMark {
  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private int number;

  DynamicMark(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// The number, from 1.
  int number() {
    if (number == 0) {
      Optional<String> part = layout.part("sheetMetadata");
      number = part.isPresent() ? within(layout.parts().tree(part.get())) : create();
    }
    return number;
  }

  private int create() {
    edit.addForWorkbook(
        "metadata.xml",
        "sheetMetadata",
        NewParts.METADATA_TYPE,
        out -> out.write(NewParts.metadata(layout.isStrict())));
    return 1;
  }

  private int within(XmlTree tree) {
    int known = DynamicMarks.read(tree).nextSetBit(1);
    return known > 0 ? known : extend(tree);
  }

  /// Adds the type, its record and a cell record to metadata of other kinds.
  private int extend(XmlTree tree) {
    XmlElement root = tree.root();
    SliceEdits edits = edit.slices(tree);
    Optional<XmlElement> types = root.child("metadataTypes");
    int type = types.map(each -> each.children("metadataType").size()).orElse(0) + 1;
    String typeElement = prefixed(root, NewParts.DYNAMIC_TYPE);
    types.ifPresentOrElse(
        list -> Insertion.append(edits, list, typeElement, 1),
        () -> Insertion.after(edits, root, List.of(), list(root, "metadataTypes", typeElement)));
    Insertion.after(
        edits,
        root,
        List.of("metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata"),
        prefixed(root, NewParts.DYNAMIC_RECORDS));
    Optional<XmlElement> cells = root.child("cellMetadata");
    int records = cells.map(each -> each.children("bk").size()).orElse(0);
    String record = prefixed(root, "<bk><rc t=\"%d\" v=\"0\"/></bk>".formatted(type));
    cells.ifPresentOrElse(
        list -> Insertion.append(edits, list, record, 1),
        () ->
            Insertion.after(
                edits,
                root,
                List.of("metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata"),
                list(root, "cellMetadata", record)));
    return records + 1;
  }

  private static String list(XmlElement root, String name, String content) {
    String qualified = root.qualified(name);
    return "<" + qualified + " count=\"1\">" + content + "</" + qualified + ">";
  }

  /// Elements of the main namespace with the prefix that the part gives it.
  private static String prefixed(XmlElement root, String elements) {
    return root.prefix().isEmpty()
        ? elements
        : elements.replaceAll("<(/?)(?!xda:|/)", "<$1" + root.prefix() + ":");
  }
}
