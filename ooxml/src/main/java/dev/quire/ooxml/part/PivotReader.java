package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.pivot.AxisLine;
import dev.quire.workbook.pivot.PageChoice;
import dev.quire.workbook.pivot.PivotAxis;
import dev.quire.workbook.pivot.PivotData;
import dev.quire.workbook.pivot.PivotField;
import dev.quire.workbook.pivot.PivotField.Layout;
import dev.quire.workbook.pivot.PivotField.Order;
import dev.quire.workbook.pivot.PivotField.Sorting;
import dev.quire.workbook.pivot.PivotItem;
import dev.quire.workbook.pivot.PivotShape;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Reads a pivot table (ECMA-376 part 1, 18.10.1.73).
final class PivotReader {
  private final XmlTree tree;
  private final XmlElement root;
  private final PivotCaches.Definition definition;
  private final IntFunction<Optional<String>> formats;

  /// @param formats the format code with a number
  private PivotReader(
      XmlTree tree, PivotCaches.Definition definition, IntFunction<Optional<String>> formats) {
    this.tree = tree;
    this.root = tree.root();
    this.definition = definition;
    this.formats = formats;
  }

  /// The pivot table; empty when the file does not tell what it is made of.
  ///
  /// @param formats the format code with a number
  /// @param ties what else is made for the pivot table with this name
  static Optional<PivotTable> read(
      PackageParts parts,
      String part,
      PivotCaches caches,
      IntFunction<Optional<String>> formats,
      Function<String, List<String>> ties) {
    return PivotTables.cache(parts, part)
        .flatMap(cache ->
            new PivotReader(parts.tree(part), caches.of(cache), formats)
                .table(
                    parts.limits(),
                    ties.apply(Xstring.decode(parts.tree(part).root().attributeOr("name", "")))));
  }

  private Optional<PivotTable> table(XlsxLimits limits, List<String> ties) {
    Optional<XmlElement> location = root.child("location");
    Optional<Area> area = location.flatMap(each -> A1.parse(each.attributeOr("ref", "")));
    List<PivotField> fields = fields();
    PivotAxis rows = axis("rowFields", "rowItems");
    PivotAxis columns = axis("colFields", "colItems");
    if (area.isEmpty()
        || fields.size() != definition.cache().fields().size()
        || rows.lines().size() > limits.styles()
        || columns.lines().size() > limits.styles()) {
      return Optional.empty();
    }
    return Optional.of(
        new PivotTable(
                PivotTables.id(tree),
                Xstring.decode(root.attributeOr("name", "")),
                area.get(),
                shape(location.get()),
                fields,
                rows,
                columns,
                pages(),
                data(),
                definition.cache(),
                Optional.empty(),
                PivotObstacles.of(root, definition),
                ties)
            .described());
  }

  private PivotShape shape(XmlElement location) {
    return new PivotShape(
        location.number("firstHeaderRow", 1),
        location.number("firstDataRow", 1),
        location.number("firstDataCol", 1),
        root.flag("rowGrandTotals", true),
        root.flag("colGrandTotals", true),
        location.number("rowPageCount", 0),
        location.number("colPageCount", 0),
        root.attribute("grandTotalCaption").map(Xstring::decode),
        root.attribute("missingCaption").map(Xstring::decode).filter(each -> !each.isEmpty()));
  }

  private List<PivotField> fields() {
    List<XmlElement> elements = root.listed("pivotFields", "pivotField");
    var fields = new ArrayList<PivotField>();
    for (int at = 0; at < elements.size(); at++) {
      fields.add(field(at, elements.get(at)));
    }
    return fields;
  }

  private PivotField field(int at, XmlElement field) {
    boolean known = at < definition.cache().fields().size();
    String source = known ? definition.cache().fields().get(at).name() : "";
    int format = field.number("numFmtId", known ? definition.formats().get(at) : 0);
    return new PivotField(
        field.attribute("name").map(Xstring::decode).orElse(source),
        layout(field),
        field.flag("defaultSubtotal", true),
        field.flag("subtotalTop", true),
        PivotObstacles.extended(field, "fillDownLabels"),
        sorting(field),
        field.flag("includeNewItemsInFilter", false),
        format == 0 ? Optional.empty() : formats.apply(format),
        items(field));
  }

  private static Layout layout(XmlElement field) {
    if (!field.flag("outline", true)) {
      return Layout.TABULAR;
    }
    return field.flag("compact", true) ? Layout.COMPACT : Layout.OUTLINE;
  }

  private static Sorting sorting(XmlElement field) {
    Order order =
        switch (field.attributeOr("sortType", "manual")) {
          case "ascending" -> Order.ASCENDING;
          case "descending" -> Order.DESCENDING;
          default -> Order.MANUAL;
        };
    OptionalInt byData =
        field
            .child("autoSortScope")
            .flatMap(each -> each.child("pivotArea"))
            .flatMap(each -> each.child("references"))
            .flatMap(each -> each.child("reference"))
            .flatMap(each -> each.child("x"))
            .map(each -> OptionalInt.of(each.number("v", 0)))
            .orElse(OptionalInt.empty());
    return new Sorting(order, byData);
  }

  private static List<PivotItem> items(XmlElement field) {
    return field.listed("items", "item").stream()
        .filter(each -> each.attributeOr("t", "data").equals("data"))
        .map(each ->
            new PivotItem(
                each.number("x", -1),
                each.attribute("n").map(Xstring::decode),
                each.flag("h", false),
                each.flag("m", false),
                !each.flag("sd", true)))
        .toList();
  }

  private List<PageChoice> pages() {
    return root.listed("pageFields", "pageField").stream()
        .map(each -> {
          int item = each.number("item", -1);
          return new PageChoice(
              each.number("fld", -1), item < 0 ? OptionalInt.empty() : OptionalInt.of(item));
        })
        .toList();
  }

  private List<PivotData> data() {
    var data = new ArrayList<PivotData>();
    for (XmlElement each : root.listed("dataFields", "dataField")) {
      int field = each.number("fld", -1);
      int format = each.number("numFmtId", 0);
      List<XmlElement> fields = root.listed("pivotFields", "pivotField");
      String source =
          field >= 0 && field < fields.size() ? field(field, fields.get(field)).name() : "";
      data.add(
          new PivotData(
              Xstring.decode(each.attributeOr("name", source)),
              field,
              PivotWording.summary(each.attributeOr("subtotal", "sum")),
              format == 0 ? Optional.empty() : formats.apply(format)));
    }
    return data;
  }

  /// The lines of an axis. Each repeats the first `r` items of the line before.
  private PivotAxis axis(String fieldList, String itemList) {
    List<Integer> fields =
        root.listed(fieldList, "field").stream().map(PivotReader::index).toList();
    var lines = new ArrayList<AxisLine>();
    List<Integer> before = List.of();
    for (XmlElement each : root.listed(itemList, "i")) {
      AxisLine.Kind kind = PivotWording.kind(each.attributeOr("t", "data"));
      var chosen = new ArrayList<>(before.subList(0, Math.min(each.number("r", 0), before.size())));
      each.children("x").forEach(x -> chosen.add(x.number("v", 0)));
      lines.add(new AxisLine(kind, chosen, each.number("i", 0)));
      before = List.copyOf(chosen);
    }
    return new PivotAxis(fields, lines);
  }

  private static int index(XmlElement field) {
    return field.attributeOr("x", "").equals("-2") ? PivotAxis.DATA : field.number("x", -1);
  }
}
