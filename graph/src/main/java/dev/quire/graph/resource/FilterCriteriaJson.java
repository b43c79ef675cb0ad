package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DatePeriod;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.spelling.CamelCase;
import dev.quire.workbook.style.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Filter criteria as bodies have them (semantics §8). Words are read without case.
final class FilterCriteriaJson {
  private static final String[] MEMBERS = {
    "filterOn", "criterion1", "criterion2", "operator", "values", "color", "dynamicCriteria", "icon"
  };

  private static final String IN_PERIOD = "AllDatesInPeriod";

  /// As the documents spell it.
  private static final String FEBRUARY = "AllDatesInPeriodFebruray";

  private FilterCriteriaJson() {}

  /// The member `criteria` of a body.
  ///
  /// @param now the moment from which periods are seen
  static FilterCriteria criteria(JsonObject body, Instant now) {
    Json given =
        Bodies.find(body, "criteria")
            .orElseThrow(() -> new BadArgument("The argument 'criteria' is missing."));
    if (!(given instanceof JsonObject criteria)) {
      throw new BadArgument("'criteria' has to be an object, not " + given.kind() + ".");
    }
    Bodies.onlyMembers(criteria, MEMBERS);
    String filterOn =
        Bodies.findText(criteria, "filterOn")
            .orElseThrow(() -> new BadArgument("'criteria.filterOn' is missing."));
    return switch (filterOn.toLowerCase(Locale.ROOT)) {
      case "values" -> values(criteria, "values");
      case "custom" ->
          custom(
              Bodies.findText(criteria, "criterion1"),
              Bodies.findText(criteria, "criterion2"),
              Bodies.findText(criteria, "operator"),
              "criterion1",
              "operator");
      case "dynamic" ->
          dynamic(Bodies.findText(criteria, "dynamicCriteria"), "dynamicCriteria", now);
      case "topitems" -> extreme(criteria, true, false);
      case "toppercent" -> extreme(criteria, true, true);
      case "bottomitems" -> extreme(criteria, false, false);
      case "bottompercent" -> extreme(criteria, false, true);
      case "cellcolor" -> new FilterCriteria.Colored(color(criteria, "criteria."), true);
      case "fontcolor" -> new FilterCriteria.Colored(color(criteria, "criteria."), false);
      case "icon" -> icon(criteria, "criteria.");
      default ->
          throw new BadArgument(
              "'criteria.filterOn' has to be Values, Custom, Dynamic, TopItems, TopPercent, BottomItems, BottomPercent, CellColor, FontColor or Icon, not '%s'."
                  .formatted(filterOn));
    };
  }

  static FilterCriteria values(JsonObject body) {
    Bodies.onlyMembers(body, "values");
    return values(body, "values");
  }

  private static FilterCriteria values(JsonObject body, String name) {
    Json given =
        Bodies.find(body, name)
            .orElseThrow(() -> new BadArgument("The argument '%s' is missing.".formatted(name)));
    if (!(given instanceof JsonArray array)) {
      throw new BadArgument("'%s' has to be an array, not %s.".formatted(name, given.kind()));
    }
    var texts = new ArrayList<String>();
    var dates = new ArrayList<DateGroup>();
    boolean blanks = false;
    for (int at = 0; at < array.items().size(); at++) {
      Json each = array.items().get(at);
      switch (each) {
        case JsonText(String text) when text.isEmpty() -> blanks = true;
        case JsonText(String text) -> texts.add(text);
        case JsonNumber number -> texts.add(number.text());
        case JsonObject date -> dates.add(FilterDates.of(date, "%s[%d].".formatted(name, at)));
        default ->
            throw new BadArgument(
                "'%s' has to hold texts and dates, not %s.".formatted(name, each.kind()));
      }
    }
    return new FilterCriteria.Values(texts, blanks, dates);
  }

  static FilterCriteria custom(JsonObject body) {
    Bodies.onlyMembers(body, "criteria1", "criteria2", "oper");
    return custom(
        Bodies.findText(body, "criteria1"),
        Bodies.findText(body, "criteria2"),
        Bodies.findText(body, "oper"),
        "criteria1",
        "oper");
  }

  private static FilterCriteria custom(
      Optional<String> first,
      Optional<String> second,
      Optional<String> operator,
      String firstName,
      String operatorName) {
    String one =
        first.orElseThrow(
            () -> new BadArgument("The argument '%s' is missing.".formatted(firstName)));
    boolean both =
        operator
            .map(word ->
                switch (word.toLowerCase(Locale.ROOT)) {
                  case "and" -> true;
                  case "or" -> false;
                  default ->
                      throw new BadArgument(
                          "'%s' has to be And or Or, not '%s'.".formatted(operatorName, word));
                })
            .orElse(true);
    return new FilterCriteria.Custom(one, second.filter(text -> !text.isEmpty()), both);
  }

  static FilterCriteria dynamic(JsonObject body, Instant now) {
    Bodies.onlyMembers(body, "criteria");
    return dynamic(Bodies.findText(body, "criteria"), "criteria", now);
  }

  private static FilterCriteria dynamic(Optional<String> word, String name, Instant now) {
    String given =
        word.orElseThrow(() -> new BadArgument("The argument '%s' is missing.".formatted(name)));
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "aboveaverage" -> new FilterCriteria.Average(true);
      case "belowaverage" -> new FilterCriteria.Average(false);
      default ->
          new FilterCriteria.During(
              period(given)
                  .orElseThrow(() ->
                      new BadArgument(
                          "'%s' has to be a period such as ThisMonth or AllDatesInPeriodJanuary, AboveAverage or BelowAverage, not '%s'."
                              .formatted(name, given))),
              now);
    };
  }

  private static Optional<DatePeriod> period(String word) {
    String spelt = word.equalsIgnoreCase(FEBRUARY) ? IN_PERIOD + "February" : word;
    return Arrays.stream(DatePeriod.values())
        .filter(each -> word(each).equalsIgnoreCase(spelt))
        .findFirst();
  }

  /// How the API spells a period (D: Excel.DynamicFilterCriteria).
  private static String word(DatePeriod period) {
    String word = CamelCase.upper(period);
    return period.compareTo(DatePeriod.QUARTER_1) < 0 ? word : IN_PERIOD + word;
  }

  static FilterCriteria colored(JsonObject body, boolean background) {
    Bodies.onlyMembers(body, "color");
    return new FilterCriteria.Colored(color(body, ""), background);
  }

  private static Color color(JsonObject body, String where) {
    return Bodies.findColor(body, "color")
        .orElseThrow(() -> new BadArgument("'%scolor' is missing.".formatted(where)));
  }

  static FilterCriteria withIcon(JsonObject body) {
    Bodies.onlyMembers(body, "icon");
    return icon(body, "");
  }

  private static FilterCriteria icon(JsonObject body, String where) {
    Icon icon = Icons.of(body, "icon", where);
    return new FilterCriteria.WithIcon(icon.set(), OptionalInt.of(icon.index()));
  }

  private static FilterCriteria extreme(JsonObject criteria, boolean top, boolean percent) {
    int most = percent ? 100 : 500;
    String text =
        Bodies.findText(criteria, "criterion1")
            .orElseThrow(() -> new BadArgument("'criteria.criterion1' is missing."));
    int count = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > most) {
      throw new BadArgument(
          "'criteria.criterion1' has to be from 1 to %d, not '%s'.".formatted(most, text));
    }
    return new FilterCriteria.Extreme(top, percent, count);
  }

  static void write(Optional<FilterCriteria> criteria, JsonOut out) {
    if (criteria.isEmpty()) {
      out.nothing();
      return;
    }
    out.beginObject();
    switch (criteria.get()) {
      case FilterCriteria.Values values -> {
        member(out, "Values", Optional.empty(), Optional.empty(), "And");
        out.name("values").beginArray();
        values.texts().forEach(out::text);
        values.dates().forEach(date -> FilterDates.write(date, out));
        if (values.blanks()) {
          out.text("");
        }
        out.endArray();
      }
      case FilterCriteria.Custom(String first, Optional<String> second, boolean both) ->
          member(out, "Custom", Optional.of(first), second, both ? "And" : "Or");
      case FilterCriteria.Extreme(boolean top, boolean percent, int count) ->
          member(
              out,
              (top ? "Top" : "Bottom") + (percent ? "Percent" : "Items"),
              Optional.of(Integer.toString(count)),
              Optional.empty(),
              "And");
      case FilterCriteria.Average(boolean above) -> {
        out.text("dynamicCriteria", above ? "AboveAverage" : "BelowAverage");
        member(out, "Dynamic", Optional.empty(), Optional.empty(), "And");
      }
      case FilterCriteria.During during -> {
        out.text("dynamicCriteria", word(during.period()));
        member(out, "Dynamic", Optional.empty(), Optional.empty(), "And");
      }
      case FilterCriteria.Colored(Color color, boolean background) -> {
        out.text("color", color.toString());
        member(
            out, background ? "CellColor" : "FontColor", Optional.empty(), Optional.empty(), "And");
      }
      case FilterCriteria.WithIcon(IconSet set, OptionalInt index) -> {
        member(out, "Icon", Optional.empty(), Optional.empty(), "And");
        Icons.write(set, index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty(), out);
      }
      case FilterCriteria.Unknown _ -> out.text("filterOn", "Unknown");
    }
    out.endObject();
  }

  private static void member(
      JsonOut out,
      String filterOn,
      Optional<String> first,
      Optional<String> second,
      String operator) {
    out.text("filterOn", filterOn).text("operator", operator);
    for (var each : List.of(new Member("criterion1", first), new Member("criterion2", second))) {
      out.name(each.name());
      if (each.text().isPresent()) {
        out.text(each.text().get());
      } else {
        out.nothing();
      }
    }
  }

  private record Member(String name, Optional<String> text) {}
}
