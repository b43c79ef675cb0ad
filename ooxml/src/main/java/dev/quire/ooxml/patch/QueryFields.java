package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets the fields of queries follow the columns of the tables that they fill (ECMA-376 part 1,
/// 18.12): a column that is gone is a deleted field, a new one a field that no data comes to.
final class QueryFields {
  private final WorkbookLayout layout;
  private final PackageEdit edit;

  private QueryFields(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// Looks through all tables, when they have been written.
  static void apply(WorkbookLayout layout, PackageEdit edit) {
    var fields = new QueryFields(layout, edit);
    for (SheetEntry sheet : layout.sheets()) {
      if (sheet.isWorksheet() && !edit.isRemoved(sheet.part())) {
        layout.parts().relationships(sheet.part()).of("table").stream()
            .map(Relationship::target)
            .filter(part -> layout.parts().has(part) && !edit.isRemoved(part))
            .forEach(fields::table);
      }
    }
  }

  private void table(String part) {
    layout.parts().relationships(part).of("queryTable").stream()
        .map(Relationship::target)
        .filter(layout.parts()::has)
        .map(layout.parts()::tree)
        .forEach(query ->
            query
                .root()
                .child("queryTableRefresh")
                .ifPresent(refresh ->
                    refresh
                        .child("queryTableFields")
                        .ifPresent(list -> follow(part, query, refresh, list))));
  }

  private void follow(String part, XmlTree query, XmlElement refresh, XmlElement list) {
    Map<Integer, XmlElement> known = new LinkedHashMap<>();
    int next = refresh.number("nextId", 1);
    for (XmlElement each : list.children("queryTableField")) {
      known.put(each.number("tableColumnId", -1), each);
      next = Math.max(next, each.number("id", 0) + 1);
    }
    Map<Integer, Integer> fresh = new LinkedHashMap<>();
    var content = new StringBuilder();
    List<Boolean> bound = new ArrayList<>();
    for (XmlElement column : columns(edit.tree(part))) {
      int id = column.number("id", 0);
      XmlElement field = known.remove(id);
      bound.add(field != null && field.flag("dataBound", true));
      if (field != null) {
        content.append(query.source(field));
      } else {
        fresh.put(id, next);
        content.append(field(list, next++, id));
      }
    }
    if (fresh.isEmpty() && known.isEmpty()) {
      return;
    }
    SliceEdits edits = edit.slices(query);
    edits.replaceContent(list, content.toString());
    edits.setAttribute(list, "count", Integer.toString(bound.size()));
    edits.setAttribute(refresh, "nextId", Integer.toString(next));
    unbound(refresh, bound, edits);
    deleted(refresh, list, List.copyOf(known.values()), edits);
    edit.revise(part, (table, changes) -> name(columns(table), fresh, changes));
  }

  /// Lets new columns name their fields.
  private static void name(
      List<XmlElement> columns, Map<Integer, Integer> fields, SliceEdits edits) {
    for (XmlElement each : columns) {
      Integer field = fields.get(each.number("id", 0));
      if (field != null) {
        edits.setAttribute(each, "queryTableFieldId", field.toString());
      }
    }
  }

  private static List<XmlElement> columns(XmlTree table) {
    return table.root().child("tableColumns").stream()
        .flatMap(each -> each.children("tableColumn").stream())
        .toList();
  }

  private static String field(XmlElement list, int id, int column) {
    return "<"
        + list.qualified("queryTableField")
        + Tags.attribute("id", Integer.toString(id))
        + Tags.attribute("dataBound", "0")
        + Tags.attribute("tableColumnId", Integer.toString(column))
        + "/>";
  }

  /// How many columns at the edges no data comes to.
  private static void unbound(XmlElement refresh, List<Boolean> bound, SliceEdits edits) {
    int left = Math.max(0, bound.indexOf(true));
    int right = bound.contains(true) ? bound.size() - 1 - bound.lastIndexOf(true) : 0;
    Map.of("unboundColumnsLeft", left, "unboundColumnsRight", right)
        .forEach((name, count) -> {
          if (refresh.number(name, 0) != count) {
            edits.setAttribute(refresh, name, Integer.toString(count));
          }
        });
  }

  private static void deleted(
      XmlElement refresh, XmlElement list, List<XmlElement> lost, SliceEdits edits) {
    var names = new StringBuilder();
    int count = 0;
    for (XmlElement each : lost) {
      if (each.flag("dataBound", true) && each.attribute("name").isPresent()) {
        count++;
        names
            .append("<")
            .append(list.qualified("deletedField"))
            .append(Tags.attribute("name", each.attributeOr("name", "")))
            .append("/>");
      }
    }
    var present = refresh.child("queryTableDeletedFields");
    if (count > 0 && present.isPresent()) {
      edits.append(present.get(), names.toString());
      int all = present.get().children().size() + count;
      edits.setAttribute(present.get(), "count", Integer.toString(all));
    } else if (count > 0) {
      String name = list.qualified("queryTableDeletedFields");
      edits.insert(list.span().end(), "<%s count=\"%d\">%s</%1$s>".formatted(name, count, names));
    }
  }
}
