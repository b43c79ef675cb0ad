package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DateGroup.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How files spell the dates that a filter lists: `<dateGroupItem year="2026" month="3"
/// dateTimeGrouping="month"/>` (ECMA-376 part 1, §18.3.2.4).
public final class DateGroups {
  private static final String GROUPING = "dateTimeGrouping";

  private DateGroups() {}

  /// The groups of a `filters` element; empty when one of them is damaged or counted by another
  /// calendar than the Gregorian one.
  static Optional<List<DateGroup>> of(XmlElement filters) {
    var groups = new ArrayList<DateGroup>();
    for (XmlElement each : filters.children("dateGroupItem")) {
      List<Integer> parts = parts(each);
      if (!DateGroup.exists(parts)) {
        return Optional.empty();
      }
      groups.add(new DateGroup(parts));
    }
    return groups.isEmpty() || isGregorian(filters.attributeOr("calendarType", "none"))
        ? Optional.of(groups)
        : Optional.empty();
  }

  /// Its kinds (`gregorianUs`, `gregorianArabic` …) differ in the names of months.
  private static boolean isGregorian(String calendar) {
    return calendar.equals("none") || calendar.startsWith("gregorian");
  }

  /// As many numbers as the grouping asks for, none for an unknown one.
  private static List<Integer> parts(XmlElement item) {
    String grouping = item.attributeOr(GROUPING, "");
    var parts = new ArrayList<Integer>();
    for (Unit unit : Unit.values()) {
      parts.add(item.number(word(unit), -1));
      if (word(unit).equals(grouping)) {
        return parts;
      }
    }
    return List.of();
  }

  /// The attributes of a group, in the order in which Excel writes them.
  public static String attributes(DateGroup group) {
    var out = new StringBuilder();
    for (Unit unit : Unit.values()) {
      if (unit.compareTo(group.unit()) <= 0) {
        out.append(Tags.attribute(word(unit), Integer.toString(group.parts().get(unit.ordinal()))));
      }
    }
    return out.append(Tags.attribute(GROUPING, word(group.unit()))).toString();
  }

  private static String word(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
