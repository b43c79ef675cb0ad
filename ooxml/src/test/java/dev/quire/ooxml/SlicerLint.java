package dev.quire.ooxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What of slicers and timelines makes Excel ask whether it should repair a file: they choose from
/// a table, a column or a pivot table that there is not, or are shown without a cache.
final class SlicerLint {
  private final Map<String, byte[]> parts;
  private final List<String> findings = new ArrayList<>();

  private SlicerLint(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  static List<String> of(Map<String, byte[]> parts) {
    var lint = new SlicerLint(parts);
    if (parts.keySet().stream().anyMatch(part -> part.matches("xl/(slicer|timeline)s?.*"))) {
      lint.caches();
      lint.views();
    }
    return lint.findings;
  }

  private void caches() {
    Set<String> columns = new HashSet<>();
    each(
        "xl/tables/[^/]*",
        "tableColumn",
        column -> {
          Element table = (Element) column.getParentNode().getParentNode();
          columns.add(table.getAttribute("id") + "/" + column.getAttribute("id"));
        });
    Set<String> tabs = new HashSet<>();
    each("xl/workbook\\.xml", "sheet", sheet -> tabs.add(sheet.getAttribute("sheetId")));
    each(
        "xl/slicerCaches/[^/]*",
        "tableSlicerCache",
        cache -> {
          String column = cache.getAttribute("tableId") + "/" + cache.getAttribute("column");
          require(columns.contains(column), "a slicer of a column that is gone: " + column);
        });
    each(
        "xl/(slicer|timeline)Caches/[^/]*",
        "pivotTable",
        pivot -> {
          String tab = pivot.getAttribute("tabId");
          require(tabs.contains(tab), "a slicer of a pivot table on a sheet that is gone: " + tab);
        });
  }

  private void views() {
    Set<String> caches = new HashSet<>();
    each(
        "xl/slicerCaches/[^/]*",
        "slicerCacheDefinition",
        cache -> caches.add(cache.getAttribute("name")));
    Set<String> names = new HashSet<>();
    each(
        "xl/slicers/[^/]*",
        "slicer",
        slicer -> {
          names.add(slicer.getAttribute("name"));
          String cache = slicer.getAttribute("cache");
          require(caches.contains(cache), "a slicer without its cache: " + cache);
        });
    each(
        "xl/drawings/[^/]*\\.xml",
        "slicer",
        shape -> {
          String name = shape.getAttribute("name");
          require(names.contains(name), "a shape of a slicer that is gone: " + name);
        });
  }

  private void require(boolean holds, String finding) {
    if (!holds) {
      findings.add(finding);
    }
  }

  private void each(String part, String element, Consumer<Element> deed) {
    for (Map.Entry<String, byte[]> each : parts.entrySet()) {
      if (each.getKey().matches(part)) {
        NodeList found = Parts.document(each.getValue()).getElementsByTagNameNS("*", element);
        for (int at = 0; at < found.getLength(); at++) {
          deed.accept((Element) found.item(at));
        }
      }
    }
  }
}
