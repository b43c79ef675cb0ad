package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.DatePeriod;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.RangeSort.On;
import dev.quire.workbook.TableSort;
import dev.quire.workbook.style.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads how a table is filtered and sorted (ECMA-376 part 1, §18.3.2). What has no place in the
/// model is kept by the file and told as unknown.
final class TableFilterReader {
  private final List<Differential> differentials;

  /// @param differentials what formats that filters name say of colours
  TableFilterReader(List<Differential> differentials) {
    this.differentials = differentials;
  }

  /// What is let through, by the zero-based place of the column.
  Map<Integer, FilterCriteria> filters(XmlElement table) {
    Map<Integer, FilterCriteria> filters = new HashMap<>();
    for (XmlElement filter : table.children("autoFilter")) {
      for (XmlElement column : filter.children("filterColumn")) {
        criteria(column).ifPresent(found -> filters.put(column.number("colId", 0), found));
      }
    }
    return filters;
  }

  /// A column that only hides its button filters nothing.
  private Optional<FilterCriteria> criteria(XmlElement column) {
    return column.children().stream()
        .findFirst()
        .map(TableFilterReader::chosen)
        .map(each ->
            switch (each.name()) {
              case "filters" -> values(each);
              case "customFilters" -> custom(each);
              case "top10" -> top(each);
              case "dynamicFilter" -> dynamic(each);
              case "colorFilter" -> color(each);
              case "iconFilter" -> icon(each);
              default -> new FilterCriteria.Unknown();
            });
  }

  /// Of alternatives the first one that is about icons: those of 2010 are written so, for programs
  /// that know them (MS-XLSX 2.4.27, 2.4.28).
  private static XmlElement chosen(XmlElement element) {
    return !element.name().equals("AlternateContent")
        ? element
        : element.children().stream()
            .filter(each -> each.name().equals("Choice"))
            .flatMap(each -> each.children().stream())
            .filter(each -> each.attribute("iconSet").isPresent())
            .findFirst()
            .orElse(element);
  }

  private static FilterCriteria values(XmlElement filters) {
    List<String> texts =
        filters.children("filter").stream()
            .map(each -> Xstring.decode(each.attributeOr("val", "")))
            .toList();
    return DateGroups.of(filters)
        .<FilterCriteria>map(
            dates -> new FilterCriteria.Values(texts, filters.flag("blank", false), dates))
        .orElse(new FilterCriteria.Unknown());
  }

  private static FilterCriteria custom(XmlElement filters) {
    List<String> conditions = new ArrayList<>();
    for (XmlElement each : filters.children("customFilter")) {
      conditions.add(
          FilterOperators.sign(each.attributeOr("operator", "equal"))
              + Xstring.decode(each.attributeOr("val", "")));
    }
    return conditions.isEmpty() || conditions.size() > 2
        ? new FilterCriteria.Unknown()
        : new FilterCriteria.Custom(
            conditions.getFirst(),
            conditions.size() == 2 ? Optional.of(conditions.get(1)) : Optional.empty(),
            filters.flag("and", false));
  }

  private static FilterCriteria top(XmlElement filter) {
    int count = (int) filter.decimal("val", 0);
    return count < 1
        ? new FilterCriteria.Unknown()
        : new FilterCriteria.Extreme(
            filter.flag("top", true), filter.flag("percent", false), count);
  }

  private static FilterCriteria dynamic(XmlElement filter) {
    return switch (filter.attributeOr("type", "")) {
      case "aboveAverage" -> new FilterCriteria.Average(true);
      case "belowAverage" -> new FilterCriteria.Average(false);
      default ->
          DatePeriods.find(filter.attributeOr("type", ""))
              .map(period -> during(period, filter))
              .orElse(new FilterCriteria.Unknown());
    };
  }

  /// A period seen from a day has its days in the file.
  private static FilterCriteria during(DatePeriod period, XmlElement filter) {
    long first = (long) filter.decimal("val", 0);
    long after = (long) filter.decimal("maxVal", 0);
    boolean isSeenFromADay = period.compareTo(DatePeriod.QUARTER_1) < 0;
    if (isSeenFromADay && after <= first) {
      return new FilterCriteria.Unknown();
    }
    return isSeenFromADay
        ? new FilterCriteria.During(period, Instant.EPOCH, first, after)
        : new FilterCriteria.During(period, Instant.EPOCH);
  }

  private FilterCriteria color(XmlElement filter) {
    boolean background = filter.flag("cellColor", true);
    return color(filter.number("dxfId", -1), background)
        .<FilterCriteria>map(color -> new FilterCriteria.Colored(color, background))
        .orElse(new FilterCriteria.Unknown());
  }

  /// The colour that a differential format names; empty when there is no such format.
  private Optional<Color> color(int number, boolean background) {
    if (number < 0 || number >= differentials.size()) {
      return Optional.empty();
    }
    Differential format = differentials.get(number);
    return Optional.of(
        background ? format.background().orElse(Color.WHITE) : format.text().orElse(Color.BLACK));
  }

  private static FilterCriteria icon(XmlElement filter) {
    Optional<IconSet> set = IconSets.find(filter.attributeOr("iconSet", ""));
    int index = filter.number("iconId", -1);
    if (set.isEmpty() || index >= set.get().icons()) {
      return new FilterCriteria.Unknown();
    }
    return new FilterCriteria.WithIcon(
        set.get(), index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
  }

  /// How the table was sorted; empty also where it was by a list of its own.
  Optional<TableSort> sort(XmlElement table, Area area) {
    return table.child("sortState").flatMap(state -> sortState(state, area));
  }

  private Optional<TableSort> sortState(XmlElement state, Area area) {
    var keys = new ArrayList<RangeSort.Key>();
    List<XmlElement> conditions =
        state.children().stream()
            .map(TableFilterReader::chosen)
            .filter(each -> each.name().equals("sortCondition"))
            .toList();
    for (XmlElement each : conditions) {
      Optional<Area> column = A1.parse(each.attributeOr("ref", "")).filter(area::contains);
      Optional<On> on = on(each);
      if (column.isEmpty() || on.isEmpty()) {
        return Optional.empty();
      }
      keys.add(
          new RangeSort.Key(
              column.get().firstColumn() - area.firstColumn(),
              !each.flag("descending", false),
              on.get()));
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableSort(keys, state.flag("caseSensitive", false)));
  }

  private Optional<On> on(XmlElement condition) {
    int format = condition.number("dxfId", -1);
    return switch (condition.attributeOr("sortBy", "value")) {
      case "value" -> Optional.of(new On.Content(false));
      case "cellColor" -> color(format, true).map(On.CellColor::new);
      case "fontColor" -> color(format, false).map(On.FontColor::new);
      case "icon" ->
          IconSets.icon(condition.attributeOr("iconSet", "3Arrows"), condition.number("iconId", -1))
              .map(On.OfIcon::new);
      default -> Optional.empty();
    };
  }
}
