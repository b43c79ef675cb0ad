package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.pivot.CacheField;
import dev.quire.workbook.pivot.CacheField.Origin;
import dev.quire.workbook.pivot.Grouping;
import dev.quire.workbook.pivot.Grouping.DatePart;
import dev.quire.workbook.pivot.Grouping.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads how a field of a cache is put into groups (ECMA-376 part 1, §18.10.1.26, §18.10.1.30,
/// §18.10.1.78). The base is always a column, also of groups of groups (MS-OI29500 2.1.757). Days
/// taken together, weeks for example, are not understood.
final class PivotGroups {
  /// Groups at both ends, and at least one between them.
  private static final int FEWEST = 3;

  private final Optional<XmlElement> element;
  private final int place;
  private final List<CacheField> fields;
  private final boolean date1904;

  /// @param field the element of the field
  /// @param place its place among the fields
  /// @param fields all fields, their groups included
  PivotGroups(XmlElement field, int place, List<CacheField> fields, boolean date1904) {
    this.element = field.child("fieldGroup");
    this.place = place;
    this.fields = fields;
    this.date1904 = date1904;
  }

  /// What is understood of the groups; empty for a field that has none.
  Optional<Grouping> grouping() {
    if (element.isEmpty() || fields.get(place).groups().isEmpty()) {
      return Optional.empty();
    }
    int base = element.get().number("base", place);
    if (base >= fields.size() || fields.get(base).origin() == Origin.DERIVED) {
      return Optional.empty();
    }
    return element
        .get()
        .child("discretePr")
        .map(list -> byHand(list, base))
        .orElseGet(() -> element.get().child("rangePr").flatMap(range -> range(range, base)));
  }

  private Optional<Grouping> byHand(XmlElement list, int base) {
    List<Integer> groups = list.children("x").stream().map(each -> each.number("v", -1)).toList();
    int known = fields.get(place).groups().size();
    boolean fits =
        base != place
            && fields.get(base).groups().isEmpty()
            && fields.get(base).shared()
            && fields.get(base).items().size() == groups.size()
            && groups.stream().allMatch(each -> each >= 0 && each < known);
    return fits ? Optional.of(new Grouping.ByHand(base, groups)) : Optional.empty();
  }

  private Optional<Grouping> range(XmlElement range, int base) {
    String by = range.attributeOr("groupBy", "range");
    double interval = range.decimal("groupInterval", 1);
    int groups = fields.get(place).groups().size();
    if (groups < FEWEST || interval <= 0) {
      return Optional.empty();
    }
    if (by.equals("range")) {
      return span(range, number(range, "startNum"), number(range, "endNum"))
          .map(span -> new Grouping.Ranges(base, span, interval));
    }
    return Arrays.stream(DatePart.values())
        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(by) && interval == 1)
        .filter(part -> part == DatePart.YEARS || groups == part.groups() + 2)
        .findFirst()
        .flatMap(part ->
            span(range, date(range, "startDate"), date(range, "endDate"))
                .map(span -> new Grouping.Dates(base, span, part)));
  }

  private static Optional<Span> span(XmlElement range, OptionalDouble start, OptionalDouble end) {
    return start.isPresent() && end.isPresent() && start.getAsDouble() <= end.getAsDouble()
        ? Optional.of(
            new Span(
                start.getAsDouble(),
                end.getAsDouble(),
                range.flag("autoStart", true),
                range.flag("autoEnd", true)))
        : Optional.empty();
  }

  private static OptionalDouble number(XmlElement range, String name) {
    double number = range.decimal(name, Double.NaN);
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private OptionalDouble date(XmlElement range, String name) {
    double serial = IsoDates.serial(range.attributeOr(name, ""), date1904);
    return Double.isNaN(serial) ? OptionalDouble.empty() : OptionalDouble.of(serial);
  }
}
