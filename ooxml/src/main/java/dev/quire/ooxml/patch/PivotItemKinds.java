package dev.quire.ooxml.patch;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.part.IsoDates;
import dev.quire.ooxml.part.Numbers;
import dev.quire.workbook.pivot.CacheItem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What the cache of a pivot table says of the kinds of values of a field (ECMA-376 part 1,
/// 18.10.1.90).
///
/// @param items the different values
/// @param date1904 whether days are counted from 1904
record PivotItemKinds(List<CacheItem> items, boolean date1904) {
  private boolean has(Predicate<CacheItem> kind) {
    return items.stream().anyMatch(kind);
  }

  private static boolean isNumber(CacheItem item) {
    return item.value() instanceof NumberValue && !item.date();
  }

  private static boolean isBlank(CacheItem item) {
    return item.value() == BlankValue.BLANK;
  }

  /// Texts, logicals and errors count as texts.
  private static boolean isText(CacheItem item) {
    return !isBlank(item) && !(item.value() instanceof NumberValue);
  }

  /// The attributes that are not what they are by default, in their order.
  Map<String, String> attributes() {
    boolean texts = has(PivotItemKinds::isText);
    boolean blanks = has(PivotItemKinds::isBlank);
    boolean numbers = has(PivotItemKinds::isNumber);
    boolean dates = has(CacheItem::date);
    var attributes = new LinkedHashMap<String, String>();
    if (items.isEmpty()) {
      return attributes;
    }
    if (!texts && !blanks) {
      attributes.put("containsSemiMixedTypes", "0");
    }
    if (dates && !texts && !numbers || !texts && !numbers && blanks) {
      attributes.put("containsNonDate", "0");
    }
    if (dates) {
      attributes.put("containsDate", "1");
    }
    if (!texts) {
      attributes.put("containsString", "0");
    }
    if (blanks) {
      attributes.put("containsBlank", "1");
    }
    if ((texts ? 1 : 0) + (numbers ? 1 : 0) + (dates ? 1 : 0) > 1) {
      attributes.put("containsMixedTypes", "1");
    }
    if (numbers) {
      numbers(attributes);
    }
    if (dates) {
      dates(attributes);
    }
    return attributes;
  }

  private void numbers(Map<String, String> attributes) {
    double[] numbers =
        items.stream()
            .filter(PivotItemKinds::isNumber)
            .mapToDouble(each -> ((NumberValue) each.value()).number())
            .sorted()
            .toArray();
    attributes.put("containsNumber", "1");
    if (Arrays.stream(numbers).allMatch(each -> each == Math.rint(each))) {
      attributes.put("containsInteger", "1");
    }
    attributes.put("minValue", Numbers.print(numbers[0]));
    attributes.put("maxValue", Numbers.print(numbers[numbers.length - 1]));
  }

  /// The last day is told by the one after it, as Excel does (O).
  private void dates(Map<String, String> attributes) {
    double[] dates =
        items.stream()
            .filter(CacheItem::date)
            .mapToDouble(each -> ((NumberValue) each.value()).number())
            .sorted()
            .toArray();
    attributes.put("minDate", IsoDates.print(dates[0], date1904));
    double last = dates[dates.length - 1];
    attributes.put("maxDate", IsoDates.print(last == Math.rint(last) ? last + 1 : last, date1904));
  }
}
