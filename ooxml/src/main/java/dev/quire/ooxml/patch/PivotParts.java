package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.PivotTables;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings the parts of pivot tables that were refreshed up to date, and their caches.
final class PivotParts {
  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final boolean date1904;
  private final Set<String> caches = new HashSet<>();

  PivotParts(WorkbookLayout layout, PackageEdit edit, boolean date1904) {
    this.layout = layout;
    this.edit = edit;
    this.date1904 = date1904;
  }

  /// Changes the pivot tables of one worksheet.
  void apply(Tab tab, Workbook base, Worksheet sheet) {
    if (tab.isNew() || sheet.regions().pivots().isEmpty()) {
      return;
    }
    Map<String, PivotTable> then = new HashMap<>();
    base.worksheet(sheet.key()).stream()
        .flatMap(each -> each.regions().pivots().stream())
        .forEach(each -> then.put(each.id(), each));
    for (Relationship each : layout.parts().relationships(tab.part()).of("pivotTable")) {
      if (layout.parts().has(each.target())) {
        change(each.target(), then, sheet);
      }
    }
  }

  private void change(String part, Map<String, PivotTable> then, Worksheet sheet) {
    XmlTree tree = layout.parts().tree(part);
    String id = PivotTables.id(tree);
    Optional<PivotTable> now =
        sheet.regions().pivots().stream().filter(each -> each.id().equals(id)).findFirst();
    PivotTable before = then.get(id);
    if (before == null
        || now.isEmpty()
        || before.cache().fresh().equals(now.get().cache().fresh())) {
      return;
    }
    new PivotPatch(tree, edit.slices(tree), now.get()).apply();
    PivotTables.cache(layout.parts(), part)
        .filter(caches::add)
        .ifPresent(cache -> change(cache, now.get().cache()));
  }

  private void change(String part, PivotCache cache) {
    XmlTree tree = layout.parts().tree(part);
    var patch = new PivotCachePatch(tree, edit.slices(tree), cache, date1904);
    Optional<String> records =
        layout.parts().relationships(part).of("pivotCacheRecords").stream()
            .map(Relationship::target)
            .filter(layout.parts()::has)
            .findFirst();
    patch.definition(records.isPresent());
    records.ifPresent(target ->
        edit.rewrite(target, out -> patch.records(layout.parts().tree(target).root(), out)));
  }
}
