package dev.quire.workbook.pivot;

import java.util.List;

/// A row or a column of values.
///
/// @param kind what it sums up
/// @param items for each field of the axis from the outermost one the item, as its place among the
///   items of the field, and for the data fields which of them
/// @param data which data field it shows; 0 where there is one
public record AxisLine(Kind kind, List<Integer> items, int data) {
  /// What a line sums up.
  public enum Kind {
    /// What the items choose.
    ITEMS,
    /// The same, on a line of its own below.
    SUBTOTAL,
    /// Everything.
    GRAND_TOTAL
  }

  /// Copies the items.
  public AxisLine {
    items = List.copyOf(items);
  }

  /// How many items it has in common with another line, counted from the outermost one.
  public int commonWith(AxisLine other) {
    int common = 0;
    while (common < Math.min(items.size(), other.items.size())
        && items.get(common).equals(other.items.get(common))) {
      common++;
    }
    return common;
  }
}
