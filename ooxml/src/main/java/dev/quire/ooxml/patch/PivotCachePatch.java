package dev.quire.ooxml.patch;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.part.IsoDates;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.pivot.CacheField;
import dev.quire.workbook.pivot.CacheItem;
import dev.quire.workbook.pivot.Grouping;
import dev.quire.workbook.pivot.Grouping.Span;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes a cache that was read again from its source: its items, when that was, and its records.
final class PivotCachePatch {
  private final XmlElement root;
  private final SliceEdits edits;
  private final PivotCache before;
  private final PivotCache cache;
  private final PivotCache.Fresh fresh;
  private final boolean date1904;

  /// @param before as the file has it
  /// @param cache read again
  PivotCachePatch(
      XmlTree tree, SliceEdits edits, PivotCache before, PivotCache cache, boolean date1904) {
    this.root = tree.root();
    this.edits = edits;
    this.before = before;
    this.cache = cache;
    this.fresh = cache.fresh().orElseThrow(IllegalArgumentException::new);
    this.date1904 = date1904;
  }

  /// Writes the definition. It is as fresh as its source, so Excel need not refresh it on opening.
  ///
  /// @param hasRecords whether the file keeps the records
  void definition(boolean hasRecords) {
    edits.setAttribute(root, "refreshedDate", Numbers.print(IsoDates.serial(fresh.at(), date1904)));
    if (hasRecords) {
      edits.setAttribute(root, "recordCount", Integer.toString(fresh.records().count()));
      if (root.flag("refreshOnLoad", false)) {
        edits.removeAttribute(root, "refreshOnLoad");
      }
    }
    if (root.flag("invalid", false)) {
      edits.removeAttribute(root, "invalid");
    }
    List<XmlElement> fields = root.listed("cacheFields", "cacheField");
    for (int at = 0; at < fields.size(); at++) {
      CacheField field = cache.fields().get(at);
      XmlElement element = fields.get(at);
      groups(element, before.fields().get(at), field);
      if (field.origin() != CacheField.Origin.DERIVED) {
        String items = items(field, element::qualified);
        element
            .child("sharedItems")
            .ifPresentOrElse(
                old -> edits.replace(old, items),
                () -> Insertion.after(edits, element, List.of(), items));
      }
    }
  }

  private void groups(XmlElement element, CacheField old, CacheField field) {
    if (field.grouping().isEmpty()
        || field.grouping().equals(old.grouping()) && field.groups().equals(old.groups())) {
      return;
    }
    XmlElement group = element.child("fieldGroup").orElseThrow(IllegalStateException::new);
    switch (field.grouping().get()) {
      case Grouping.ByHand(_, List<Integer> groups) ->
          group.child("discretePr").ifPresent(list -> byHand(list, groups));
      case Grouping.Ranges(_, Span span, _) ->
          span(group, "Num", Numbers.print(span.start()), Numbers.print(span.end()));
      case Grouping.Dates(_, Span span, _) ->
          span(
              group,
              "Date",
              IsoDates.print(span.start(), date1904),
              IsoDates.print(span.end(), date1904));
    }
    group
        .child("groupItems")
        .ifPresent(list -> {
          var items = new StringBuilder();
          field.groups().forEach(each -> items.append(item(each, list::qualified)));
          replaceContent(list, items.toString(), field.groups().size());
        });
  }

  private void byHand(XmlElement list, List<Integer> groups) {
    var numbers = new StringBuilder();
    groups.forEach(each -> numbers.append(element(list.qualified("x"), Integer.toString(each))));
    replaceContent(list, numbers.toString(), groups.size());
  }

  private void span(XmlElement group, String kind, String start, String end) {
    XmlElement range = group.child("rangePr").orElseThrow(IllegalStateException::new);
    edits.setAttribute(range, "start" + kind, start);
    edits.setAttribute(range, "end" + kind, end);
  }

  private void replaceContent(XmlElement list, String content, int count) {
    edits.replaceContent(list, content);
    edits.setAttribute(list, "count", Integer.toString(count));
  }

  private String items(CacheField field, UnaryOperator<String> qualified) {
    var out = new StringBuilder("<").append(qualified.apply("sharedItems"));
    new PivotItemKinds(field.items(), date1904)
        .attributes()
        .forEach(
            (name, value) -> out.append(' ').append(name).append("=\"").append(value).append('"'));
    if (!field.shared()) {
      return out.append("/>").toString();
    }
    out.append(" count=\"").append(field.items().size()).append('"');
    if (field.items().stream().anyMatch(PivotCachePatch::isLong)) {
      out.append(" longText=\"1\"");
    }
    out.append('>');
    field.items().forEach(each -> out.append(item(each, qualified)));
    return out.append("</").append(qualified.apply("sharedItems")).append('>').toString();
  }

  private static boolean isLong(CacheItem item) {
    return item.value() instanceof TextValue(String text) && text.length() > 255;
  }

  private String item(CacheItem item, UnaryOperator<String> qualified) {
    return switch (item.value()) {
      case BlankValue _ -> "<" + qualified.apply("m") + "/>";
      case NumberValue(double number) ->
          item.date()
              ? element(qualified.apply("d"), IsoDates.print(number, date1904))
              : element(qualified.apply("n"), Numbers.print(number));
      case LogicalValue logical -> element(qualified.apply("b"), logical.truth() ? "1" : "0");
      case ErrorValue error -> element(qualified.apply("e"), error.word());
      case TextValue(String text) -> element(qualified.apply("s"), PivotPatch.escaped(text));
    };
  }

  private static String element(String name, String value) {
    return "<" + name + " v=\"" + value + "\"/>";
  }

  /// Writes the records, under the root element that they had.
  ///
  /// @param old the root element as it is
  void records(XmlElement old, Bytes out) {
    PivotRecords records = fresh.records();
    out.write(NewParts.DECLARATION);
    out.write("<" + old.qualifiedName());
    for (XmlElement.Attribute each : old.attributes()) {
      String name = each.prefix().isEmpty() ? each.name() : each.prefix() + ":" + each.name();
      String value =
          name.equals("count")
              ? Integer.toString(records.count())
              : PivotPatch.escaped(each.value());
      out.write(" " + name + "=\"" + value + "\"");
    }
    out.write(">");
    List<List<String>> written = written(old);
    for (int record = 0; record < records.count(); record++) {
      out.write("<" + old.qualified("r") + ">");
      for (int field = 0; field < cache.fields().size(); field++) {
        if (cache.fields().get(field).origin() != CacheField.Origin.DERIVED) {
          out.write(written.get(field).get(records.item(field, record)));
        }
      }
      out.write("</" + old.qualified("r") + ">");
    }
    out.write("</" + old.qualifiedName() + ">");
  }

  /// How each item of each field is written in a record.
  private List<List<String>> written(XmlElement old) {
    var written = new ArrayList<List<String>>();
    for (CacheField field : cache.fields()) {
      var items = new ArrayList<String>();
      for (int number = 0; number < field.items().size(); number++) {
        items.add(
            field.shared()
                ? element(old.qualified("x"), Integer.toString(number))
                : item(field.items().get(number), old::qualified));
      }
      written.add(items);
    }
    return written;
  }
}
