package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.pivot.CacheField;
import dev.quire.workbook.pivot.CacheField.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds what of a pivot table cannot be worked out again.
final class PivotObstacles {
  /// Attributes of a pivot table that are not followed, with the value that means nothing special.
  private static final Map<String, Boolean> OF_TABLE =
      Map.of("mergeItem", false, "showError", false, "showMissing", true);

  /// Attributes of a field on an axis that are not followed.
  private static final List<String> OF_FIELD =
      List.of("insertBlankRow", "autoShow", "measureFilter", "nonAutoSortDefault");

  /// Sums of items beside the usual one.
  private static final List<String> SUBTOTALS =
      List.of(
          "sumSubtotal",
          "countASubtotal",
          "avgSubtotal",
          "maxSubtotal",
          "minSubtotal",
          "productSubtotal",
          "countSubtotal",
          "stdDevSubtotal",
          "stdDevPSubtotal",
          "varSubtotal",
          "varPSubtotal");

  private final XmlElement root;
  private final PivotCaches.Definition definition;
  private final List<String> found = new ArrayList<>();

  private PivotObstacles(XmlElement root, PivotCaches.Definition definition) {
    this.root = root;
    this.definition = definition;
  }

  static List<String> of(XmlElement root, PivotCaches.Definition definition) {
    var obstacles = new PivotObstacles(root, definition);
    obstacles.table();
    obstacles.fields();
    obstacles.data();
    return obstacles.found;
  }

  private void table() {
    if (definition.calculates()) {
      found.add("it has calculated items");
    }
    OF_TABLE.forEach((name, usual) -> {
      if (root.flag(name, usual) != usual) {
        found.add("it uses the option " + name);
      }
    });
    if (!root.listed("filters", "filter").isEmpty()) {
      found.add("it has a filter by label, value or date");
    }
    if (root.listed("rowFields", "field").stream()
        .anyMatch(each -> each.attributeOr("x", "").equals("-2"))) {
      found.add("its values are on rows");
    }
    if (!root.listed("rowHierarchiesUsage", "rowHierarchyUsage").isEmpty()
        || !root.listed("pivotHierarchies", "pivotHierarchy").isEmpty()) {
      found.add("its source is a cube");
    }
  }

  private void fields() {
    List<XmlElement> fields = root.listed("pivotFields", "pivotField");
    List<CacheField> cached = definition.cache().fields();
    for (int at = 0; at < Math.min(fields.size(), cached.size()); at++) {
      XmlElement field = fields.get(at);
      boolean filters =
          field.listed("items", "item").stream().anyMatch(each -> each.flag("h", false));
      if (field.attribute("axis").isPresent() || filters) {
        field(cached.get(at), field);
      }
    }
  }

  private void field(CacheField cached, XmlElement field) {
    String name = cached.name();
    if (cached.isPutIntoUnknownGroups()) {
      found.add("'%s' is put into groups".formatted(name));
    } else if (cached.origin() == Origin.DERIVED && cached.grouping().isEmpty()) {
      found.add("'%s' is a calculated field".formatted(name));
    }
    boolean isAxis =
        field.attributeOr("axis", "").equals("axisRow")
            || field.attributeOr("axis", "").equals("axisCol");
    if (!isAxis) {
      return;
    }
    if (field.flag("showAll", true)) {
      found.add("'%s' shows items without data".formatted(name));
    }
    for (String each : OF_FIELD) {
      if (field.flag(each, false)) {
        found.add("'%s' uses the option %s".formatted(name, each));
      }
    }
    if (SUBTOTALS.stream().anyMatch(each -> field.flag(each, false))) {
      found.add("'%s' has subtotals of its own".formatted(name));
    }
    boolean sortsByColumn =
        field
            .child("autoSortScope")
            .flatMap(each -> each.child("pivotArea"))
            .flatMap(each -> each.child("references"))
            .filter(each -> each.children("reference").size() > 1)
            .isPresent();
    if (sortsByColumn) {
      found.add("'%s' is sorted by the values of one column".formatted(name));
    }
  }

  private void data() {
    List<CacheField> cached = definition.cache().fields();
    for (XmlElement each : root.listed("dataFields", "dataField")) {
      int field = each.number("fld", -1);
      if (field < 0 || field >= cached.size()) {
        found.add("it sums up a field that there is not");
        continue;
      }
      if (cached.get(field).origin() == Origin.DERIVED) {
        found.add(
            (cached.get(field).groups().isEmpty()
                    ? "'%s' is a calculated field"
                    : "it sums up the groups of '%s'")
                .formatted(cached.get(field).name()));
      }
      if (!each.attributeOr("showDataAs", "normal").equals("normal")
          || extended(each, "pivotShowAs")) {
        found.add(
            "'%s' shows its values as something else".formatted(each.attributeOr("name", "")));
      }
    }
  }

  /// Whether the extensions of an element set an attribute.
  static boolean extended(XmlElement element, String attribute) {
    return element.child("extLst").stream()
        .flatMap(list -> list.children().stream())
        .flatMap(extension -> extension.children().stream())
        .flatMap(each -> each.attributes().stream())
        .anyMatch(each ->
            each.name().equals(attribute)
                && !each.value().equals("0")
                && !each.value().equals("false"));
  }
}
