package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Changes one table part: only what differs between two states of the table.
final class TablePatch {
  private final XmlTree tree;
  private final XmlElement root;
  private final SliceEdits edits;
  private final Table before;
  private final Table after;
  private final Workbook book;
  private final TablePart pieces;
  private final TablePart written;
  private final XlsxLimits limits;

  TablePatch(
      XmlTree tree,
      SliceEdits edits,
      Table before,
      Table after,
      Workbook book,
      TablePart.Formats formats,
      XlsxLimits limits) {
    this.tree = tree;
    this.root = tree.root();
    this.edits = edits;
    this.before = before;
    this.after = after;
    this.book = book;
    this.limits = limits;
    this.pieces = new TablePart(root::qualified, TablePart.Formats.COMPARED);
    this.written = new TablePart(root::qualified, formats);
  }

  void apply() {
    Map<String, Optional<String>> old = TablePart.attributes(before);
    TablePart.attributes(after)
        .forEach((name, value) -> {
          if (!value.equals(old.get(name))) {
            value.ifPresentOrElse(
                text -> edits.setAttribute(root, name, text),
                () -> edits.removeAttribute(root, name));
          }
        });
    filter();
    replace(
        "sortState",
        pieces.sortState(before),
        pieces.sortState(after),
        () -> written.sortState(after),
        List.of("autoFilter"));
    if (!before.columns().equals(after.columns()) || before.showTotals() != after.showTotals()) {
      columns();
    }
    replace(
        "tableStyleInfo",
        pieces.style(before.style()),
        pieces.style(after.style()),
        List.of("autoFilter", "sortState", "tableColumns"));
  }

  private void filter() {
    replace(
        "autoFilter",
        pieces.autoFilter(before, id -> Optional.of(Integer.toString(id))),
        pieces.autoFilter(after, id -> Optional.of(Integer.toString(id))),
        () -> written.autoFilter(after, this::known),
        List.of());
  }

  /// The filter of a column as the file has it, under the place that the column has now.
  private Optional<String> known(int id) {
    int old = place(before, id);
    return root.child("autoFilter").stream()
        .flatMap(filter ->
            filter.children("filterColumn").stream()
                .filter(each -> each.number("colId", -1) == old)
                .map(each -> known(filter, each, place(after, id))))
        .findFirst();
  }

  /// With the namespaces that the filter around it declares, which is written anew.
  private String known(XmlElement filter, XmlElement column, int place) {
    Map<String, Optional<String>> changes = new HashMap<>();
    Stream.concat(filter.attributes().stream(), column.attributes().stream())
        .filter(each -> each.prefix().equals("xmlns"))
        .forEach(each -> changes.put("xmlns:" + each.name(), Optional.of(each.value())));
    changes.put("colId", Optional.of(Integer.toString(place)));
    return Tags.with(tree.source(column), changes, limits);
  }

  private static int place(Table table, int id) {
    for (int at = 0; at < table.columns().size(); at++) {
      if (table.columns().get(at).id() == id) {
        return at;
      }
    }
    return -1;
  }

  private void columns() {
    XmlElement list = root.child("tableColumns").orElseThrow(IllegalStateException::new);
    Map<Integer, XmlElement> known = new HashMap<>();
    list.children("tableColumn").forEach(each -> known.put(each.number("id", 0), each));
    var out = new StringBuilder();
    for (int at = 0; at < after.columns().size(); at++) {
      XmlElement found = known.get(after.columns().get(at).id());
      out.append(found == null ? pieces.column(after, book, at) : kept(found, at));
    }
    edits.replaceContent(list, out.toString());
    if (list.number("count", -1) != after.columns().size()) {
      edits.setAttribute(list, "count", Integer.toString(after.columns().size()));
    }
  }

  private String kept(XmlElement column, int at) {
    Map<String, Optional<String>> changes = new HashMap<>();
    changes.put("name", Optional.of(Xstring.encode(after.columns().get(at).name())));
    if (before.showTotals() != after.showTotals()) {
      changes.putAll(TablePart.totals(after, book, at));
    }
    return Tags.with(tree.source(column), changes, limits);
  }

  private void replace(String name, String was, String is, List<String> behind) {
    replace(name, was, is, () -> is, behind);
  }

  private void replace(
      String name, String was, String is, Supplier<String> piece, List<String> behind) {
    if (was.equals(is)) {
      return;
    }
    String text = piece.get();
    Optional<XmlElement> found = root.child(name);
    if (found.isPresent()) {
      edits.replace(found.get(), text);
    } else if (!text.isEmpty()) {
      Insertion.after(edits, root, behind, text);
    }
  }
}
