package dev.quire.graph.query;

import java.util.Comparator;
import java.util.List;

/// One key of `$orderby`.
///
/// @param property what to sort by
/// @param descending whether the greatest comes first
public record Ordering(String property, boolean descending) {
  /// The order that several keys make together. Rows that are equal in all keys keep their places.
  public static Comparator<Row> comparator(List<Ordering> keys) {
    Comparator<Row> all = (a, b) -> 0;
    for (var key : keys) {
      all = all.thenComparing(key.comparator());
    }
    return all;
  }

  private Comparator<Row> comparator() {
    Comparator<Row> ascending = (a, b) -> Scalars.order(a.value(property), b.value(property));
    return descending ? ascending.reversed() : ascending;
  }
}
