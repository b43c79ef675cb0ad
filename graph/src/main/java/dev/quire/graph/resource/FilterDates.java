package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DateGroup.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `workbookFilterDatetime`: a date and how much of it counts (D: Excel.FilterDatetime). With
/// `2005-04-02` and `Month` it is April 2005.
final class FilterDates {
  /// ISO 8601 from the year to parts of a second, which do not count. Cells have no time zone, so
  /// the clock is taken as it stands, and only `Z` may follow it.
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?Z?)?)?)?");

  /// What stands between the parts.
  private static final String[] MARKS = {"", "-", "-", "T", ":", ":"};

  /// For parts that do not count.
  private static final int[] FIRST = {0, 1, 1, 0, 0, 0};

  private FilterDates() {}

  /// @param where what the date is in, with its dot
  static DateGroup of(JsonObject date, String where) {
    Bodies.onlyMembers(date, "date", "specificity");
    String text = text(date, "date", where);
    String word = text(date, "specificity", where);
    Unit unit = Wording.parse(Unit.class, where + "specificity", word);
    List<Integer> parts = parts(text, where);
    if (parts.size() < Math.min(unit.parts(), Unit.DAY.parts())) {
      throw new BadArgument(
          "'%sdate' has to name the %s, not only '%s'."
              .formatted(where, Wording.of(unit).toLowerCase(Locale.ROOT), text));
    }
    while (parts.size() < unit.parts()) {
      parts.add(0);
    }
    return new DateGroup(parts.subList(0, unit.parts()));
  }

  private static String text(JsonObject date, String member, String where) {
    Json found =
        Bodies.find(date, member)
            .orElseThrow(() -> new BadArgument("'%s%s' is missing.".formatted(where, member)));
    if (found instanceof JsonText(String text)) {
      return text;
    }
    throw new BadArgument(
        "'%s%s' has to be a string, not %s.".formatted(where, member, found.kind()));
  }

  /// The parts that the text names, all of them checked.
  private static List<Integer> parts(String text, String where) {
    Matcher iso = ISO.matcher(text);
    var parts = new ArrayList<Integer>();
    if (iso.matches()) {
      for (int at = 1; at <= iso.groupCount() && iso.group(at) != null; at++) {
        parts.add(Integer.parseInt(iso.group(at)));
      }
    }
    if (!DateGroup.exists(parts)) {
      throw new BadArgument(
          "'%sdate' has to be a date such as 2026-03-05 or 2026-03-05T10:30:00, not '%s'."
              .formatted(where, text));
    }
    return parts;
  }

  /// The first day or second of the group.
  static void write(DateGroup group, JsonOut out) {
    boolean timed = group.unit().compareTo(Unit.DAY) > 0;
    int shown = (timed ? Unit.SECOND : Unit.DAY).parts();
    var date = new StringBuilder();
    for (int at = 0; at < shown; at++) {
      int part = at < group.parts().size() ? group.parts().get(at) : FIRST[at];
      date.append(MARKS[at]).append(at == 0 ? "%04d".formatted(part) : "%02d".formatted(part));
    }
    out.beginObject().text("date", date.toString());
    out.text("specificity", Wording.of(group.unit())).endObject();
  }
}
