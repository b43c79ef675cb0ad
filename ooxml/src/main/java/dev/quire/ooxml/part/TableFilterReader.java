package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.TableSort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how a table is filtered and sorted (ECMA-376 part 1, §18.3.2). What has no place in the
/// model is kept by the file and told as unknown.
final class TableFilterReader {
  private TableFilterReader() {}

  /// What is let through, by the zero-based place of the column.
  static Map<Integer, FilterCriteria> filters(XmlElement table) {
    Map<Integer, FilterCriteria> filters = new HashMap<>();
    for (XmlElement filter : table.children("autoFilter")) {
      for (XmlElement column : filter.children("filterColumn")) {
        criteria(column).ifPresent(found -> filters.put(column.number("colId", 0), found));
      }
    }
    return filters;
  }

  /// A column that only hides its button filters nothing.
  private static Optional<FilterCriteria> criteria(XmlElement column) {
    return column.children().stream()
        .filter(each -> !each.name().equals("extLst"))
        .findFirst()
        .map(each ->
            switch (each.name()) {
              case "filters" -> values(each);
              case "customFilters" -> custom(each);
              case "top10" -> top(each);
              case "dynamicFilter" -> dynamic(each);
              default -> new FilterCriteria.Unknown();
            });
  }

  private static FilterCriteria values(XmlElement filters) {
    if (filters.child("dateGroupItem").isPresent()) {
      return new FilterCriteria.Unknown();
    }
    List<String> texts =
        filters.children("filter").stream()
            .map(each -> Xstring.decode(each.attributeOr("val", "")))
            .toList();
    return new FilterCriteria.Values(texts, filters.flag("blank", false));
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
      default -> new FilterCriteria.Unknown();
    };
  }

  /// How the table was sorted; empty also where it was by something else than values.
  static Optional<TableSort> sort(XmlElement table, Area area) {
    return table.child("sortState").flatMap(state -> sortState(state, area));
  }

  private static Optional<TableSort> sortState(XmlElement state, Area area) {
    var keys = new ArrayList<TableSort.Key>();
    for (XmlElement each : state.children("sortCondition")) {
      Optional<Area> column = A1.parse(each.attributeOr("ref", "")).filter(area::contains);
      if (column.isEmpty() || !each.attributeOr("sortBy", "value").equals("value")) {
        return Optional.empty();
      }
      keys.add(
          new TableSort.Key(
              column.get().firstColumn() - area.firstColumn(),
              !each.flag("descending", false),
              false));
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableSort(keys, state.flag("caseSensitive", false)));
  }
}
