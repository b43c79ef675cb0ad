package dev.quire.workbook.pivot;

import java.util.List;

/// The rows of a source, each value as the number of an item of its field.
public final class PivotRecords {
  private final List<int[]> columns;
  private final int count;

  /// @param columns for each field that is a column of the source the number of the item in each
  ///   row; not copied, nobody may change them; nothing in those of other fields
  PivotRecords(List<int[]> columns, int count) {
    this.columns = List.copyOf(columns);
    this.count = count;
  }

  /// How many rows there are.
  public int count() {
    return count;
  }

  /// The item of a field in a row.
  public int item(int field, int record) {
    return columns.get(field)[record];
  }
}
