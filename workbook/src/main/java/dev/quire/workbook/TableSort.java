package dev.quire.workbook;

import java.util.List;

/// How a table was last sorted.
///
/// @param keys from the most important on; each tells the zero-based place of a column in the table
/// @param matchCase whether capitals make a difference
public record TableSort(List<RangeSort.Key> keys, boolean matchCase) {
  /// Copies the keys.
  public TableSort {
    keys = List.copyOf(keys);
  }
}
