package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.TreeMap;

/// Puts the rows and cells of a worksheet in order. Where a row or a cell is given twice, the later
/// one wins, as it does when the sheet is read.
final class SheetOrder {
  private final XmlTree tree;
  private final TreeMap<Integer, Row> rows = new TreeMap<>();

  private static final class Row {
    private String tag = "";
    private final TreeMap<Integer, String> cells = new TreeMap<>();
  }

  private SheetOrder(XmlTree tree) {
    this.tree = tree;
  }

  /// The same sheet in order.
  static byte[] of(String part, byte[] bytes, XlsxLimits limits) {
    XmlTree tree = XmlTree.read(part, bytes, limits);
    var edits = new SliceEdits(tree);
    for (XmlElement data : tree.root().children("sheetData")) {
      edits.replaceContent(data, new SheetOrder(tree).ordered(data));
    }
    return edits.apply();
  }

  private String ordered(XmlElement data) {
    int number = -1;
    for (XmlElement each : data.children("row")) {
      number = each.number("r", number + 2) - 1;
      Row row = rows.computeIfAbsent(number, _ -> new Row());
      // A row of which nothing is told may stand beside the one that tells.
      if (row.tag.isEmpty() || each.attributes().size() > 1) {
        row.tag = tag(each, number);
      }
      cells(each, number);
    }
    var out = new StringBuilder();
    String end = "</" + data.qualified("row") + ">";
    rows.values()
        .forEach(row -> {
          out.append(row.tag);
          row.cells.values().forEach(out::append);
          out.append(end);
        });
    return out.toString();
  }

  private void cells(XmlElement row, int number) {
    int column = -1;
    for (XmlElement each : row.children("c")) {
      int next = column + 1;
      var at = A1.parse(each.attributeOr("r", ""));
      column = at.map(Area::firstColumn).orElse(next);
      int home = at.map(Area::firstRow).orElse(number);
      String cell = tree.source(each);
      if (at.isEmpty()) {
        int name = each.qualifiedName().length() + 1;
        cell =
            cell.substring(0, name)
                + Tags.attribute("r", A1.cell(home, column))
                + cell.substring(name);
      }
      rows.computeIfAbsent(home, _ -> plain(row, home)).cells.put(column, cell);
    }
  }

  private static Row plain(XmlElement like, int number) {
    var row = new Row();
    row.tag = "<" + like.qualifiedName() + Tags.attribute("r", Integer.toString(number + 1)) + ">";
    return row;
  }

  private String tag(XmlElement row, int number) {
    var out = new StringBuilder("<" + row.qualifiedName());
    if (row.attribute("r").isEmpty()) {
      out.append(Tags.attribute("r", Integer.toString(number + 1)));
    }
    for (XmlElement.Attribute each : row.attributes()) {
      if (!each.name().equals("spans")) {
        String name = each.prefix().isEmpty() ? each.name() : each.prefix() + ":" + each.name();
        out.append(Tags.attribute(name, each.value()));
      }
    }
    return out.append('>').toString();
  }
}
