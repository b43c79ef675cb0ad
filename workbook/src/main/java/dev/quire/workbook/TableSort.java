package dev.quire.workbook;

import java.util.List;

/// How a table was last sorted.
///
/// @param keys from the most important on
/// @param matchCase whether capitals make a difference
public record TableSort(List<Key> keys, boolean matchCase) {
  /// One key.
  ///
  /// @param column zero-based place of the column in the table
  /// @param ascending whether the least comes first
  /// @param textAsNumbers whether texts that look like numbers are sorted as numbers
  public record Key(int column, boolean ascending, boolean textAsNumbers) {}

  /// Copies the keys.
  public TableSort {
    keys = List.copyOf(keys);
  }
}
