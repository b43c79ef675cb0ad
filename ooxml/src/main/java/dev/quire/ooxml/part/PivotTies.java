package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;

/// Slicers and timelines of a workbook (MS-XLSX), which name the pivot tables that they choose from
/// by tab and name.
public final class PivotTies {
  private final List<Tie> ties = new ArrayList<>();
  private final List<XmlTree> caches = new ArrayList<>();

  /// A slicer or timeline that chooses from a pivot table.
  ///
  /// @param what the kind of it, in words
  /// @param cache the part that says so
  /// @param element where it says so
  public record Tie(String what, XmlTree cache, XmlElement element) {
    boolean isTo(int tabId, String name) {
      return element.number("tabId", -1) == tabId
          && Xstring.decode(element.attributeOr("name", "")).equals(name);
    }
  }

  /// Those of a workbook.
  public PivotTies(WorkbookLayout layout) {
    collect(layout, "slicerCache", "a slicer");
    collect(layout, "timelineCacheDefinition", "a timeline");
    collect(layout, "timelineCache", "a timeline");
  }

  private void collect(WorkbookLayout layout, String kind, String what) {
    for (Relationship each : layout.relationships().of(kind)) {
      if (!each.external() && layout.parts().has(each.target())) {
        XmlTree tree = layout.parts().tree(each.target());
        caches.add(tree);
        collect(what, tree, tree.root());
      }
    }
  }

  private void collect(String what, XmlTree tree, XmlElement in) {
    for (XmlElement each : in.children()) {
      if (each.name().equals("pivotTable")) {
        ties.add(new Tie(what, tree, each));
      } else {
        collect(what, tree, each);
      }
    }
  }

  /// The parts that slicers and timelines have in common.
  public List<XmlTree> caches() {
    return caches;
  }

  /// What is tied to a pivot table, in words.
  List<String> of(int tabId, String name) {
    return to(tabId, name).stream().map(Tie::what).toList();
  }

  /// What is tied to a pivot table.
  public List<Tie> to(int tabId, String name) {
    return ties.stream().filter(each -> each.isTo(tabId, name)).toList();
  }
}
