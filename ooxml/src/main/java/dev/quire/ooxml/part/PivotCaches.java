package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.pivot.CacheField;
import dev.quire.workbook.pivot.CacheField.Origin;
import dev.quire.workbook.pivot.CacheItem;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Reads the definitions of pivot caches (ECMA-376 part 1, 18.10.1.67), each once. Their records
/// are not read: a refresh reads the source instead.
final class PivotCaches {
  private final PackageParts parts;
  private final Function<String, OptionalInt> sheets;
  private final boolean date1904;
  private final Map<String, Definition> read = new HashMap<>();

  /// A cache with what of it cannot be worked out again.
  ///
  /// @param formats number of the format of each field, 0 for none
  /// @param calculates whether items are calculated from others
  record Definition(PivotCache cache, List<Integer> formats, boolean calculates) {}

  /// @param sheets finds the key of a worksheet by its name
  PivotCaches(PackageParts parts, Function<String, OptionalInt> sheets, boolean date1904) {
    this.parts = parts;
    this.sheets = sheets;
    this.date1904 = date1904;
  }

  /// The cache that a part defines.
  Definition of(String part) {
    return read.computeIfAbsent(part.toLowerCase(Locale.ROOT), _ -> read(part));
  }

  private Definition read(String part) {
    XmlElement root = parts.tree(part).root();
    List<XmlElement> fields = root.listed("cacheFields", "cacheField");
    return new Definition(
        new PivotCache(
            part.toLowerCase(Locale.ROOT),
            source(root),
            grouped(fields, fields.stream().map(this::field).toList()),
            Optional.empty()),
        fields.stream().map(each -> each.number("numFmtId", 0)).toList(),
        root.child("calculatedItems").filter(each -> !each.children().isEmpty()).isPresent());
  }

  private PivotSource source(XmlElement root) {
    Optional<XmlElement> source = root.child("cacheSource");
    String type = source.map(each -> each.attributeOr("type", "")).orElse("");
    Optional<XmlElement> sheet = source.flatMap(each -> each.child("worksheetSource"));
    if (!type.equals("worksheet") || sheet.isEmpty()) {
      return new PivotSource.Elsewhere(
          switch (type) {
            case "consolidation" -> "its source is a consolidation of ranges";
            case "scenario" -> "its source are scenarios";
            default -> "its source is not in the workbook";
          });
    }
    return worksheet(sheet.get());
  }

  private PivotSource worksheet(XmlElement source) {
    if (source.attributes().stream().anyMatch(each -> each.name().equals("id"))) {
      return new PivotSource.Elsewhere("its source is in another workbook");
    }
    Optional<String> name = source.attribute("name");
    if (name.isPresent()) {
      return new PivotSource.Named(Xstring.decode(name.get()));
    }
    OptionalInt key = sheets.apply(Xstring.decode(source.attributeOr("sheet", "")));
    return A1.parse(source.attributeOr("ref", ""))
        .filter(_ -> key.isPresent())
        .<PivotSource>map(area -> new PivotSource.Cells(key.getAsInt(), area))
        .orElseGet(() -> new PivotSource.Elsewhere("its source was deleted"));
  }

  private CacheField field(XmlElement field) {
    Optional<XmlElement> group = field.child("fieldGroup");
    List<CacheItem> items = items(field.child("sharedItems"));
    return new CacheField(
        Xstring.decode(field.attributeOr("name", "")),
        origin(field, group.isPresent()),
        !items.isEmpty()
            || field.child("sharedItems").flatMap(each -> each.attribute("count")).isPresent(),
        items,
        items(group.flatMap(each -> each.child("groupItems"))),
        Optional.empty());
  }

  /// The fields with what is known of their groups.
  private List<CacheField> grouped(List<XmlElement> elements, List<CacheField> fields) {
    var grouped = new ArrayList<CacheField>();
    for (int at = 0; at < fields.size(); at++) {
      CacheField field = fields.get(at);
      grouped.add(
          new PivotGroups(elements.get(at), at, fields, date1904)
              .grouping()
              .map(how -> field.grouped(field.groups(), how))
              .orElse(field));
    }
    return grouped;
  }

  private static Origin origin(XmlElement field, boolean grouped) {
    if (!field.flag("databaseField", true) || field.attribute("formula").isPresent()) {
      return Origin.DERIVED;
    }
    return grouped ? Origin.GROUPED_COLUMN : Origin.COLUMN;
  }

  private List<CacheItem> items(Optional<XmlElement> list) {
    return list.map(each -> each.children().stream().map(this::item).toList()).orElse(List.of());
  }

  private CacheItem item(XmlElement item) {
    String text = item.attributeOr("v", "");
    return switch (item.name()) {
      case "n" -> new CacheItem(number(text), false);
      case "b" -> new CacheItem(LogicalValue.of(XmlElement.isTrue(text)), false);
      case "m" -> new CacheItem(BlankValue.BLANK, false);
      case "e" ->
          new CacheItem(
              ErrorValue.find(text).<Scalar>map(each -> each).orElse(new TextValue(text)), false);
      case "d" -> date(text);
      default -> new CacheItem(new TextValue(Xstring.decode(text)), false);
    };
  }

  private CacheItem date(String text) {
    double serial = IsoDates.serial(text, date1904);
    return Double.isNaN(serial)
        ? new CacheItem(new TextValue(text), false)
        : new CacheItem(new NumberValue(serial), true);
  }

  private static Scalar number(String text) {
    try {
      return NumberValue.of(Double.parseDouble(text));
    } catch (NumberFormatException damaged) {
      return new TextValue(text);
    }
  }
}
