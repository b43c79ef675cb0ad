package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.ooxml.part.PivotWording;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.pivot.AxisLine;
import dev.quire.workbook.pivot.PivotAxis;
import dev.quire.workbook.pivot.PivotField;
import dev.quire.workbook.pivot.PivotItem;
import dev.quire.workbook.pivot.PivotTable;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/// Writes what a refresh has changed into the part of a pivot table: its place, the items of its
/// fields, and what its rows and columns stand for.
final class PivotPatch {
  private final XmlTree tree;
  private final XmlElement root;
  private final SliceEdits edits;
  private final PivotTable table;

  PivotPatch(XmlTree tree, SliceEdits edits, PivotTable table) {
    this.tree = tree;
    this.root = tree.root();
    this.edits = edits;
    this.table = table;
  }

  void apply() {
    root.child("location").ifPresent(this::location);
    List<XmlElement> fields = root.listed("pivotFields", "pivotField");
    for (int at = 0; at < fields.size(); at++) {
      PivotField field = table.fields().get(at);
      fields.get(at).child("items").ifPresent(items -> items(items, field));
    }
    pages();
    lines("rowItems", "rowFields", table.rows());
    lines("colItems", "colFields", table.columns());
  }

  /// Items that the filters above choose may stand elsewhere now.
  private void pages() {
    List<XmlElement> pages = root.listed("pageFields", "pageField");
    for (int at = 0; at < Math.min(pages.size(), table.pages().size()); at++) {
      OptionalInt item = table.pages().get(at).item();
      if (item.isPresent()) {
        set(pages.get(at), "item", Integer.toString(item.getAsInt()));
      }
    }
  }

  private void location(XmlElement location) {
    set(location, "ref", A1.print(table.area()));
    // Without fields on columns Excel writes 1 where 0 means the same.
    if (!table.columns().fields().isEmpty()) {
      set(location, "firstHeaderRow", Integer.toString(table.shape().headerRow()));
    }
    set(location, "firstDataRow", Integer.toString(table.shape().top()));
    set(location, "firstDataCol", Integer.toString(table.shape().left()));
  }

  private void set(XmlElement element, String name, String value) {
    if (!element.attributeOr(name, "").equals(value)) {
      edits.setAttribute(element, name, value);
    }
  }

  /// Items keep what else the file tells of them; sums of items come last.
  private void items(XmlElement list, PivotField field) {
    List<XmlElement> old = list.children("item");
    var out = new StringBuilder();
    int count = field.items().size();
    for (PivotItem item : field.items()) {
      out.append(
          old.stream()
              .filter(each -> isItem(each) && isOf(each, item))
              .findFirst()
              .map(each -> known(each, item))
              .orElseGet(() -> fresh(list, item)));
    }
    var sums = new HashSet<String>();
    for (XmlElement each : old) {
      if (!isItem(each) && sums.add(each.attributeOr("t", ""))) {
        out.append(tree.source(each));
        count++;
      }
    }
    replaceContent(list, out.toString(), count);
  }

  /// Groups may have other numbers than before, so the number alone does not tell.
  private static boolean isOf(XmlElement element, PivotItem item) {
    return element.number("x", -1) == item.shared()
        && element.flag("h", false) == item.hidden()
        && element.flag("sd", true) != item.collapsed()
        && element.attribute("n").map(Xstring::decode).equals(item.caption());
  }

  private static boolean isItem(XmlElement item) {
    return item.attributeOr("t", "data").equals("data");
  }

  private String known(XmlElement element, PivotItem item) {
    String source = tree.source(element);
    if (element.flag("m", false) == item.missing()) {
      return source;
    }
    return item.missing()
        ? source.replaceFirst("<([\\w:]+)", "<$1 m=\"1\"")
        : source.replaceFirst("\\s+m\\s*=\\s*(\"[^\"]*\"|'[^']*')", "");
  }

  private static String fresh(XmlElement list, PivotItem item) {
    return "<%s%s%s%s x=\"%d\"/>"
        .formatted(
            list.qualified("item"),
            item.caption().map(name -> " n=\"" + escaped(name) + "\"").orElse(""),
            item.hidden() ? " h=\"1\"" : "",
            item.collapsed() ? " sd=\"0\"" : "",
            item.shared());
  }

  private void lines(String name, String before, PivotAxis axis) {
    var out = new StringBuilder();
    for (int at = 0; at < axis.lines().size(); at++) {
      line(axis, at, out);
    }
    root.child(name)
        .ifPresentOrElse(
            list -> replaceContent(list, out.toString(), axis.lines().size()),
            () -> {
              if (!axis.lines().isEmpty()) {
                String element = root.qualified(name);
                Insertion.after(
                    edits,
                    root,
                    List.of("location", "pivotFields", "rowFields", "rowItems", before),
                    "<%1$s count=\"%2$d\">%3$s</%1$s>"
                        .formatted(element, axis.lines().size(), out));
              }
            });
  }

  private void line(PivotAxis axis, int at, StringBuilder out) {
    AxisLine line = axis.lines().get(at);
    int repeated =
        at == 0 || line.kind() == AxisLine.Kind.GRAND_TOTAL
            ? 0
            : Math.min(axis.lines().get(at - 1).commonWith(line), line.items().size() - 1);
    String element = root.qualified("i");
    out.append('<').append(element);
    String kind = PivotWording.of(line.kind());
    out.append(kind.isEmpty() ? "" : " t=\"" + kind + "\"");
    out.append(repeated > 0 ? " r=\"" + repeated + "\"" : "");
    out.append(line.data() > 0 ? " i=\"" + line.data() + "\"" : "");
    if (line.items().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (int item : line.items().subList(Math.max(repeated, 0), line.items().size())) {
      out.append('<').append(root.qualified("x"));
      out.append(item > 0 ? " v=\"" + item + "\"/>" : "/>");
    }
    out.append("</").append(element).append('>');
  }

  private void replaceContent(XmlElement list, String content, int count) {
    boolean same =
        !list.span().empty()
            && content.equals(
                Ascii.string(tree.bytes(), list.span().content(), list.span().contentEnd()));
    if (!same) {
      edits.replaceContent(list, content);
    }
    if (list.number("count", -1) != count) {
      edits.setAttribute(list, "count", Integer.toString(count));
    }
  }

  /// A text as an attribute holds it.
  static String escaped(String text) {
    return XmlText.escapeAttribute(Xstring.encode(text));
  }
}
