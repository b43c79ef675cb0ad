package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Namespaces;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.TableReader;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings the table parts of a package up to date, and says what worksheets have to say of them.
final class TableParts {
  private static final String KIND = "table";

  /// An entry of the list, with its relationship.
  private static final Pattern ENTRY =
      Pattern.compile("<[\\w:]*tablePart\\b[^>]*?:id\\s*=\\s*[\"']([^\"']*)[\"'][^>]*/>");

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

  private final WorkbookLayout layout;
  private final Workbook base;
  private final Workbook current;
  private final PackageEdit edit;
  private final TablePart.Formats formats;

  /// What changes in the list of tables of a worksheet: ids of relationships.
  record Changes(List<String> added, Set<String> removed, String namespace) {
    static final Changes NONE = new Changes(List.of(), Set.of(), "");

    boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty();
    }

    /// The list as it is to be; empty when there are no tables.
    ///
    /// @param old the list of the file, empty when it has none
    String list(String old, String prefix) {
      var parts = new ArrayList<String>();
      Matcher entries = ENTRY.matcher(old);
      while (entries.find()) {
        if (!removed.contains(entries.group(1))) {
          parts.add(entries.group());
        }
      }
      for (String id : added) {
        parts.add("<%stablePart xmlns:r=\"%s\" r:id=\"%s\"/>".formatted(prefix, namespace, id));
      }
      return parts.isEmpty()
          ? ""
          : "<%1$stableParts count=\"%2$d\">%3$s</%1$stableParts>"
              .formatted(prefix, parts.size(), String.join("", parts));
    }
  }

  TableParts(
      WorkbookLayout layout,
      Workbook base,
      Workbook current,
      PackageEdit edit,
      TablePart.Formats formats) {
    this.layout = layout;
    this.base = base;
    this.current = current;
    this.edit = edit;
    this.formats = formats;
  }

  /// Changes, adds and removes the tables of one worksheet.
  Changes apply(Tab tab, Worksheet sheet) {
    Map<String, Table> now = new HashMap<>();
    current.tables().stream()
        .filter(each -> each.sheet() == sheet.key())
        .forEach(each -> now.put(each.id(), each));
    Map<String, Table> then = new HashMap<>();
    base.tables().stream()
        .filter(each -> each.sheet() == sheet.key())
        .forEach(each -> then.put(each.id(), each));
    if (now.equals(then)) {
      return Changes.NONE;
    }
    Relationships references = layout.parts().relationships(tab.part());
    Set<String> removed = new HashSet<>();
    for (Relationship each : references.of(KIND)) {
      if (layout.parts().has(each.target())) {
        XmlTree tree = layout.parts().tree(each.target());
        String id = TableReader.read(tree, sheet.key(), List.of()).id();
        Table after = now.remove(id);
        if (after == null) {
          edit.unrelate(references, each);
          edit.remove(each.target());
          removed.add(each.id());
        } else {
          change(tree, then.getOrDefault(id, after), after);
        }
      }
    }
    List<String> added =
        now.values().stream()
            .sorted(Comparator.comparingInt(Table::legacyId))
            .map(each -> add(references, each))
            .toList();
    String namespace =
        layout.isStrict() ? Namespaces.STRICT_RELATIONSHIPS : Namespaces.RELATIONSHIPS;
    return new Changes(added, removed, namespace);
  }

  private void change(XmlTree tree, Table before, Table after) {
    if (!before.equals(after)) {
      new TablePatch(
              tree, edit.slices(tree), before, after, current, formats, layout.parts().limits())
          .apply();
    }
  }

  private String add(Relationships references, Table table) {
    String part = edit.free("xl/tables/table" + table.legacyId() + ".xml");
    String content = new TablePart(name -> name, formats).whole(table, current, layout.isStrict());
    edit.add(part, TYPE, out -> out.write(content));
    return edit.relate(references, NewParts.relationship(layout.isStrict(), KIND), part);
  }
}
