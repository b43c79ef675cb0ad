package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.PivotTies;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lets slicers and timelines (MS-XLSX) follow tables and pivot tables that are gone. A slicer of a
/// table goes with the column that it chooses from; one of pivot tables stays and chooses from the
/// others, or from none, as in Excel (O).
final class Slicers {
  private static final String KIND = "slicer";

  private static final Set<String> LISTS =
      Set.of("pivotTables", "slicerCaches", "slicerList", "slicers", "ext", "extLst");

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final List<Relationship> lost = new ArrayList<>();
  private final Set<String> caches = new HashSet<>();
  private final Map<String, Set<String>> lists = new TreeMap<>();
  private final Map<String, Set<String>> drawings = new TreeMap<>();

  /// @param base the workbook that the file holds
  /// @param current the workbook that it is to hold
  Slicers(WorkbookLayout layout, Workbook base, Workbook current, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
    if (base.tables().equals(current.tables())) {
      return;
    }
    for (Relationship each : layout.relationships().of("slicerCache")) {
      if (layout.parts().has(each.target())) {
        XmlTree tree = layout.parts().tree(each.target());
        boolean goes =
            within(tree.root(), "tableSlicerCache")
                .anyMatch(column -> isOf(base, column) && !isOf(current, column));
        if (goes) {
          lost.add(each);
          caches.add(tree.root().attributeOr("name", ""));
        }
      }
    }
  }

  private static boolean isOf(Workbook book, XmlElement column) {
    int id = column.number("column", -1);
    for (Table each : book.tables()) {
      if (each.legacyId() == column.number("tableId", -1)) {
        return each.columns().stream().anyMatch(one -> one.id() == id);
      }
    }
    return false;
  }

  /// Takes away what stands in parts of their own and in the workbook part. Comes before the
  /// worksheets are written.
  void apply(List<SheetEntry> deleted) {
    if (!deleted.isEmpty()) {
      untie(deleted);
    }
    if (lost.isEmpty()) {
      return;
    }
    var ids = new HashSet<String>();
    for (Relationship each : lost) {
      edit.unrelate(layout.relationships(), each);
      edit.remove(each.target());
      ids.add(each.id());
    }
    var workbook = new Pruning(LISTS, each -> isReference(each, "slicerCache", ids));
    workbook.apply(layout.workbook(), edit.slices(layout.workbook()));
    for (SheetEntry sheet : layout.sheets()) {
      if (sheet.isWorksheet() && !edit.isRemoved(sheet.part())) {
        views(sheet);
      }
    }
  }

  /// Takes the slicers of one worksheet away that have lost their column.
  private void views(SheetEntry sheet) {
    Relationships references = layout.parts().relationships(sheet.part());
    var names = new HashSet<String>();
    for (Relationship each : references.of(KIND)) {
      if (layout.parts().has(each.target())) {
        XmlTree tree = layout.parts().tree(each.target());
        var view = new Pruning(LISTS, slicer -> caches.contains(slicer.attributeOr("cache", "")));
        tree.root().children().stream()
            .filter(slicer -> caches.contains(slicer.attributeOr("cache", "")))
            .forEach(slicer -> names.add(slicer.attributeOr("name", "")));
        if (!view.apply(tree, edit.slices(tree))) {
          edit.unrelate(references, each);
          edit.remove(each.target());
          lists.computeIfAbsent(sheet.part(), _ -> new HashSet<>()).add(each.id());
        }
      }
    }
    if (!names.isEmpty()) {
      references.of("drawing").stream()
          .filter(each -> layout.parts().has(each.target()))
          .forEach(each -> drawings.put(each.target(), names));
    }
  }

  /// Takes away the shapes of slicers that are gone, when charts have been written.
  void finish() {
    drawings.forEach(this::shapes);
  }

  private void shapes(String drawing, Set<String> names) {
    var shown =
        new Pruning(
            Set.of(),
            each ->
                each.name().endsWith("Anchor")
                    && within(each, KIND)
                        .anyMatch(slicer -> names.contains(slicer.attributeOr("name", ""))));
    edit.revise(drawing, shown::apply);
  }

  /// What a worksheet part is to say no more: relationships to lists of slicers that are gone.
  ///
  /// @param part name of the worksheet part
  Set<String> gone(String part) {
    return lists.getOrDefault(part, Set.of());
  }

  /// Takes references to lists of slicers out of the extensions of a worksheet.
  static byte[] without(XmlTree extensions, Set<String> ids) {
    var slicers = new Pruning(LISTS, each -> isReference(each, KIND, ids));
    return slicers.apply(extensions);
  }

  /// Pivot tables of deleted sheets are chosen from no more.
  private void untie(List<SheetEntry> deleted) {
    var tabs = new HashSet<Integer>();
    deleted.forEach(each -> tabs.add(each.sheetId()));
    for (XmlTree each : new PivotTies(layout).caches()) {
      var ties =
          new Pruning(
              LISTS,
              pivot ->
                  pivot.name().equals("pivotTable") && tabs.contains(pivot.number("tabId", -1)));
      ties.apply(each, edit.slices(each));
    }
  }

  /// An element of a worksheet stands alone, so that its prefixes mean nothing.
  private static boolean isReference(XmlElement element, String name, Set<String> ids) {
    return element.name().equals(name)
        && element.attributes().stream()
            .anyMatch(each -> each.name().equals("id") && ids.contains(each.value()));
  }

  private static Stream<XmlElement> within(XmlElement element, String name) {
    Stream<XmlElement> below = element.children().stream().flatMap(each -> within(each, name));
    return element.name().equals(name) ? Stream.concat(Stream.of(element), below) : below;
  }
}
