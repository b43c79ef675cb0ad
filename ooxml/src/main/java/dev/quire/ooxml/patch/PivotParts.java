package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.PivotTables;
import dev.quire.ooxml.part.PivotTies;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotSource;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Brings the parts of pivot tables that were refreshed or renamed up to date, and their caches,
/// and removes those of pivot tables that are gone.
final class PivotParts {
  private static final String CHART =
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final boolean date1904;
  private final Set<String> caches = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final List<String> removed = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();

  PivotParts(WorkbookLayout layout, PackageEdit edit, boolean date1904) {
    this.layout = layout;
    this.edit = edit;
    this.date1904 = date1904;
  }

  /// Changes the pivot tables of one worksheet.
  ///
  /// @param file the workbook as the file has it, with the pivot tables that were in the way of
  ///   cells that moved
  /// @param base the same after the cells have moved
  void apply(Tab tab, Workbook file, Workbook base, Worksheet sheet) {
    if (tab.isNew()) {
      return;
    }
    Map<String, PivotTable> then = new HashMap<>();
    for (Workbook earlier : List.of(file, base)) {
      earlier.worksheet(sheet.key()).stream()
          .flatMap(each -> each.regions().pivots().stream())
          .forEach(each -> then.put(each.id(), each));
    }
    if (then.isEmpty()) {
      return;
    }
    Relationships references = layout.parts().relationships(tab.part());
    for (Relationship each : references.of("pivotTable")) {
      if (layout.parts().has(each.target())) {
        XmlTree tree = layout.parts().tree(each.target());
        PivotTable before = then.get(PivotTables.id(tree));
        Optional<PivotTable> now =
            sheet.regions().pivots().stream()
                .filter(pivot -> pivot.id().equals(PivotTables.id(tree)))
                .findFirst();
        if (before != null && now.isPresent()) {
          change(tab, tree, before, now.get());
        } else if (before != null) {
          edit.unrelate(references, each);
          edit.remove(each.target());
          removed.add(each.target());
          charts(tab, before.name(), Optional.empty());
        }
      }
    }
  }

  private void change(Tab tab, XmlTree tree, PivotTable before, PivotTable now) {
    if (!before.name().equals(now.name())) {
      rename(tab, tree, before.name(), now.name());
    }
    if (now.cache().source() instanceof PivotSource.Named(String source)
        && !now.cache().source().equals(before.cache().source())) {
      PivotTables.cache(layout.parts(), tree.part())
          .filter(sources::add)
          .ifPresent(cache -> source(layout.parts().tree(cache), source));
    }
    if (before.cache().fresh().equals(now.cache().fresh())) {
      return;
    }
    new PivotPatch(tree, edit.slices(tree), now).apply();
    new PivotAreas(tree.root(), edit.slices(tree), before, now).follow();
    PivotTables.cache(layout.parts(), tree.part())
        .filter(caches::add)
        .ifPresent(cache -> change(cache, before.cache(), now.cache()));
  }

  /// Names the table that a cache is read from.
  private void source(XmlTree cache, String table) {
    cache
        .root()
        .child("cacheSource")
        .flatMap(each -> each.child("worksheetSource"))
        .ifPresent(each -> edit.slices(cache).setAttribute(each, "name", Xstring.encode(table)));
  }

  /// Slicers and charts name a pivot table, so they follow.
  private void rename(Tab tab, XmlTree tree, String before, String now) {
    edit.slices(tree).setAttribute(tree.root(), "name", Xstring.encode(now));
    int tabId = tab.entry().map(SheetEntry::sheetId).orElse(-1);
    for (PivotTies.Tie tie : new PivotTies(layout).to(tabId, before)) {
      edit.slices(tie.cache()).setAttribute(tie.element(), "name", Xstring.encode(now));
    }
    charts(tab, before, Optional.of(now));
  }

  /// Charts of a pivot table say `[Book.xlsx]Sheet!Name`. One whose pivot table is gone is a chart
  /// of cells.
  private void charts(Tab tab, String before, Optional<String> now) {
    String end = "]" + tab.entry().map(SheetEntry::name).orElse("") + "!" + before;
    charts(name -> name.endsWith(end), before, now);
  }

  /// Lets charts of the pivot tables of a deleted sheet be charts of cells.
  void withSheet(SheetEntry deleted) {
    String start = "]" + deleted.name() + "!";
    String quoted = "]" + "'" + deleted.name().replace("'", "''") + "'!";
    charts(name -> name.contains(start) || name.contains(quoted), "", Optional.empty());
  }

  private void charts(Predicate<String> isOfPivot, String before, Optional<String> now) {
    for (ZipEntry entry : layout.parts().archive().entries()) {
      boolean isChart =
          layout.contentTypes().of(entry.name()).filter(CHART::equals).isPresent()
              && !edit.isRemoved(entry.name());
      if (isChart) {
        XmlTree tree = layout.parts().tree(entry.name());
        tree.root()
            .child("pivotSource")
            .filter(source ->
                source.child("name").filter(name -> isOfPivot.test(name.text())).isPresent())
            .ifPresent(source -> source(tree, source, before, now));
      }
    }
  }

  private void source(XmlTree tree, XmlElement source, String before, Optional<String> now) {
    if (now.isEmpty()) {
      edit.slices(tree).remove(source);
      return;
    }
    XmlElement name = source.child("name").orElseThrow(IllegalStateException::new);
    String kept = name.text().substring(0, name.text().length() - before.length());
    edit.slices(tree).replaceContent(name, XmlText.escape(kept + now.get()));
  }

  /// Removes the caches that only pivot tables had that are gone.
  void finish() {
    Set<String> used = new HashSet<>();
    for (SheetEntry sheet : layout.sheets()) {
      if (sheet.isWorksheet() && !edit.isRemoved(sheet.part())) {
        layout.parts().relationships(sheet.part()).of("pivotTable").stream()
            .filter(each -> !edit.isRemoved(each.target()))
            .flatMap(each -> PivotTables.cache(layout.parts(), each.target()).stream())
            .forEach(used::add);
      }
    }
    removed.stream()
        .flatMap(each -> PivotTables.cache(layout.parts(), each).stream())
        .distinct()
        .filter(each -> !used.contains(each))
        .forEach(this::removeCache);
    unlist();
  }

  private void removeCache(String part) {
    for (Relationship each : layout.relationships().of("pivotCacheDefinition")) {
      if (each.target().equals(part)) {
        edit.unrelate(layout.relationships(), each);
      }
    }
    layout.parts().relationships(part).of("pivotCacheRecords").stream()
        .map(Relationship::target)
        .forEach(edit::remove);
    edit.remove(part);
    gone.add(part);
  }

  private void unlist() {
    XmlTree workbook = layout.workbook();
    for (XmlElement list : workbook.root().children("pivotCaches")) {
      List<XmlElement> lost =
          list.children("pivotCache").stream()
              .filter(each -> layout.target(each).filter(gone::contains).isPresent())
              .toList();
      if (!lost.isEmpty() && lost.size() == list.children("pivotCache").size()) {
        edit.slices(workbook).remove(list);
      } else {
        lost.forEach(edit.slices(workbook)::remove);
      }
    }
  }

  private void change(String part, PivotCache before, PivotCache cache) {
    XmlTree tree = layout.parts().tree(part);
    var patch = new PivotCachePatch(tree, edit.slices(tree), before, cache, date1904);
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
