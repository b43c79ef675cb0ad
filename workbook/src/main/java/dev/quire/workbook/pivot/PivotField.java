package dev.quire.workbook.pivot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How a pivot table shows a field of its source.
///
/// @param name as the report calls it
/// @param layout where its items stand
/// @param subtotal whether its items are summed up
/// @param subtotalOnTop whether the sum stands beside the item, above what is below it
/// @param repeats whether an item is named on each line that it stands for, not only on the first
/// @param sorting the order of its items
/// @param takesNew whether items that are new are shown although a filter leaves others out
/// @param numberFormat how its items are spelt, if the source has a format
/// @param items its items in their order; none for a field that is on no axis
public record PivotField(
    String name,
    Layout layout,
    boolean subtotal,
    boolean subtotalOnTop,
    boolean repeats,
    Sorting sorting,
    boolean takesNew,
    Optional<String> numberFormat,
    List<PivotItem> items) {
  /// Where the items of a field stand.
  public enum Layout {
    /// Above what is below them, in the same column.
    COMPACT,
    /// Above what is below them, in a column of their own.
    OUTLINE,
    /// Beside the first of what is below them.
    TABULAR
  }

  /// Which way items are sorted.
  public enum Order {
    /// As they stand.
    MANUAL,
    /// The smallest first.
    ASCENDING,
    /// The largest first.
    DESCENDING
  }

  /// The order of items.
  ///
  /// @param byData the data field whose totals are compared; nothing for the items themselves
  public record Sorting(Order order, OptionalInt byData) {
    /// As they stand.
    public static final Sorting MANUAL = new Sorting(Order.MANUAL, OptionalInt.empty());
  }

  /// Copies the items.
  public PivotField {
    items = List.copyOf(items);
  }

  PivotField with(List<PivotItem> changed) {
    return new PivotField(
        name, layout, subtotal, subtotalOnTop, repeats, sorting, takesNew, numberFormat, changed);
  }

  boolean isFiltered() {
    return items.stream().anyMatch(PivotItem::hidden);
  }
}
