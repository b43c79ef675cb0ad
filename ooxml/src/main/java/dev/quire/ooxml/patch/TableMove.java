package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Table;
import dev.quire.workbook.Table.TableColumn;
import java.util.HashMap;
import java.util.Map;

/// Lets a table part follow when rows and columns of its table came or went. Its addresses have not
/// moved yet.
final class TableMove {
  private final XmlTree tree;
  private final Table after;
  private final SliceEdits edits;

  private TableMove(XmlTree tree, Table after) {
    this.tree = tree;
    this.after = after;
    this.edits = new SliceEdits(tree);
  }

  static byte[] apply(XmlTree tree, Table before, Table after) {
    var move = new TableMove(tree, after);
    if (!before.columns().equals(after.columns())) {
      move.columns();
    }
    if (before.showTotals() && !after.showTotals()) {
      move.edits.setAttribute(tree.root(), "totalsRowCount", "0");
    }
    return move.edits.isEmpty() ? tree.bytes() : move.edits.apply();
  }

  private void columns() {
    for (XmlElement list : tree.root().children("tableColumns")) {
      Map<Integer, String> known = new HashMap<>();
      for (XmlElement each : list.children("tableColumn")) {
        known.put(each.number("id", 0), tree.source(each));
      }
      var out = new StringBuilder();
      for (TableColumn each : after.columns()) {
        out.append(known.getOrDefault(each.id(), fresh(list, each)));
      }
      edits.replaceContent(list, out.toString());
      edits.setAttribute(list, "count", Integer.toString(after.columns().size()));
    }
  }

  private static String fresh(XmlElement list, TableColumn column) {
    return "<"
        + list.qualified("tableColumn")
        + Tags.attribute("id", Integer.toString(column.id()))
        + Tags.attribute("name", Xstring.encode(column.name()))
        + "/>";
  }

  /// The filter of a table covers its header and body, also when a row came right above the totals.
  static byte[] filter(XmlTree tree, Table before, Table after) {
    var edits = new SliceEdits(tree);
    if (before.area().rows() != after.area().rows()) {
      Area all = after.area();
      int last = all.lastRow() - (after.showTotals() ? 1 : 0);
      var area = new Area(all.firstRow(), all.firstColumn(), last, all.lastColumn());
      tree.root()
          .child("autoFilter")
          .ifPresent(each -> edits.setAttribute(each, "ref", A1.print(area)));
    }
    return edits.isEmpty() ? tree.bytes() : edits.apply();
  }
}
