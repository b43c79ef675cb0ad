package dev.quire.workbook.pivot;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Locale;

/// A value of a field of the source.
///
/// @param value the value; dates as serial numbers
/// @param date whether the source shows it as a date
public record CacheItem(Scalar value, boolean date) {
  /// What is the same for values that are one item: texts that differ in capitals only are (O).
  Object identity() {
    return value instanceof TextValue(String text) ? text.toUpperCase(Locale.ROOT) : value;
  }
}
