package dev.quire.workbook.pivot;

import java.util.List;

/// The rows of a source, each value as the number of an item of its field.
public final class PivotRecords {
  private final List<int[]> columns;
  private final List<Groups> groups;
  private final int count;

  /// How a field is put into groups.
  ///
  /// @param base the field whose items they are made of
  /// @param of for each of these items, by its number, the number of its group; nothing for a field
  ///   that has no groups
  record Groups(int base, int[] of) {
    static Groups none(int field) {
      return new Groups(field, new int[0]);
    }
  }

  /// @param columns for each field that is a column of the source the number of the item in each
  ///   row; not copied, nobody may change them; nothing in those of other fields
  /// @param groups of each field
  PivotRecords(List<int[]> columns, List<Groups> groups, int count) {
    this.columns = List.copyOf(columns);
    this.groups = List.copyOf(groups);
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

  /// What pivot tables show of a field in a row: the number of its item, or of its group.
  int shown(int field, int record) {
    Groups grouped = groups.get(field);
    int item = columns.get(grouped.base())[record];
    return grouped.of().length == 0 ? item : grouped.of()[item];
  }
}
