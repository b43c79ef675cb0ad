package dev.quire.ooxml.part;

import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.PivotReport.DataField;
import dev.quire.engine.formula.PivotReport.Line;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what a pivot table shows: its rows and columns as the items that they stand for (ECMA-376
/// part 1, 18.10.1). Only the layout is read; the records of the cache are not.
final class PivotReader {
  /// The place of the data fields among the fields of an axis.
  private static final int DATA = -2;

  private final List<String> names = new ArrayList<>();
  private final List<List<Scalar>> shared = new ArrayList<>();
  private final List<List<Scalar>> items = new ArrayList<>();
  private final XmlElement table;

  private PivotReader(XmlElement table, XmlElement cache) {
    this.table = table;
    cacheFields(cache);
    fields();
  }

  /// The report; empty when the file does not tell all of it.
  static Optional<PivotReport> read(PackageParts parts, String part) {
    Optional<String> cache =
        parts.relationships(part).of("pivotCacheDefinition").stream()
            .map(Relationship::target)
            .filter(parts::has)
            .findFirst();
    if (cache.isEmpty()) {
      return Optional.empty();
    }
    XlsxLimits limits = parts.limits();
    XmlElement table = parts.tree(part).root();
    return new PivotReader(table, parts.tree(cache.get()).root()).report(limits);
  }

  private void cacheFields(XmlElement cache) {
    for (XmlElement field : children(cache, "cacheFields", "cacheField")) {
      names.add(Xstring.decode(field.attributeOr("name", "")));
      Optional<XmlElement> grouped =
          field.child("fieldGroup").flatMap(group -> group.child("groupItems"));
      var values = new ArrayList<Scalar>();
      grouped
          .or(() -> field.child("sharedItems"))
          .ifPresent(list -> list.children().forEach(each -> values.add(value(each))));
      shared.add(values);
    }
  }

  private static Scalar value(XmlElement item) {
    String text = item.attributeOr("v", "");
    return switch (item.name()) {
      case "n" -> number(text);
      case "b" -> LogicalValue.of(XmlElement.isTrue(text));
      case "m" -> BlankValue.BLANK;
      default -> new TextValue(Xstring.decode(text));
    };
  }

  private static Scalar number(String text) {
    try {
      return NumberValue.of(Double.parseDouble(text));
    } catch (NumberFormatException damaged) {
      return new TextValue(text);
    }
  }

  private void fields() {
    int at = 0;
    for (XmlElement field : children(table, "pivotFields", "pivotField")) {
      field.attribute("name").ifPresent(rename(at));
      List<Scalar> values = at < shared.size() ? shared.get(at) : List.of();
      var captions = new ArrayList<Scalar>();
      for (XmlElement item : children(field, "items", "item")) {
        int index = item.number("x", -1);
        Scalar own = index >= 0 && index < values.size() ? values.get(index) : BlankValue.BLANK;
        captions.add(
            item.attribute("n")
                .<Scalar>map(name -> new TextValue(Xstring.decode(name)))
                .orElse(own));
      }
      items.add(captions);
      at++;
    }
  }

  private Consumer<String> rename(int field) {
    return name -> {
      if (field < names.size()) {
        names.set(field, Xstring.decode(name));
      }
    };
  }

  private Optional<PivotReport> report(XlsxLimits limits) {
    Optional<XmlElement> location = table.child("location");
    Optional<Area> area = location.flatMap(each -> A1.parse(each.attributeOr("ref", "")));
    List<Line> rows = lines("rowFields", "rowItems");
    List<Line> columns = lines("colFields", "colItems");
    if (area.isEmpty() || rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    int top = location.get().number("firstDataRow", 1);
    int left = location.get().number("firstDataCol", 1);
    boolean fits =
        top + rows.size() <= area.get().rows()
            && left + columns.size() <= area.get().columns()
            && rows.size() <= limits.styles();
    return fits
        ? Optional.of(new PivotReport(area.get(), top, left, data(), rows, columns))
        : Optional.empty();
  }

  private List<DataField> data() {
    var data = new ArrayList<DataField>();
    for (XmlElement each : children(table, "dataFields", "dataField")) {
      int field = each.number("fld", -1);
      String source = field >= 0 && field < names.size() ? names.get(field) : "";
      data.add(new DataField(Xstring.decode(each.attributeOr("name", source)), source));
    }
    return data;
  }

  /// The lines of an axis. Each repeats the first `r` items of the line before.
  private List<Line> lines(String fieldList, String itemList) {
    List<Integer> axis =
        children(table, fieldList, "field").stream().map(PivotReader::index).toList();
    var lines = new ArrayList<Line>();
    List<Integer> before = List.of();
    for (XmlElement each : children(table, itemList, "i")) {
      boolean grand = each.attributeOr("t", "data").equals("grand");
      var chosen = new ArrayList<>(before.subList(0, Math.min(each.number("r", 0), before.size())));
      each.children("x").forEach(x -> chosen.add(x.number("v", 0)));
      lines.add(line(axis, grand ? List.of() : chosen, each.number("i", 0)));
      before = List.copyOf(chosen);
    }
    return lines;
  }

  private static int index(XmlElement field) {
    return field.attributeOr("x", "").equals("-2") ? DATA : field.number("x", -1);
  }

  private Line line(List<Integer> axis, List<Integer> chosen, int data) {
    Map<String, Scalar> limited = new LinkedHashMap<>();
    for (int at = 0; at < Math.min(axis.size(), chosen.size()); at++) {
      int field = axis.get(at);
      if (field >= 0 && field < items.size() && field < names.size()) {
        List<Scalar> captions = items.get(field);
        int item = chosen.get(at);
        limited.put(
            names.get(field), item < captions.size() ? captions.get(item) : BlankValue.BLANK);
      }
    }
    return new Line(limited, data);
  }

  private static List<XmlElement> children(XmlElement parent, String list, String element) {
    return parent.child(list).map(each -> each.children(element)).orElse(List.of());
  }
}
