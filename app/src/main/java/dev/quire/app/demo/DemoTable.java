package dev.quire.app.demo;

import java.util.List;

/// A table to be written; its header cells are in the sheet and say the same as its columns.
///
/// @param area address with the header row
/// @param style Excel's name for its look
record DemoTable(String name, String area, List<Column> columns, String style) {
  /// A column of a table.
  ///
  /// @param formula what fills it, without the equals sign; empty when it has none
  record Column(String name, String formula) {
    static Column of(String name) {
      return new Column(name, "");
    }
  }

  /// The names of the columns, for the header cells.
  String[] header() {
    return columns.stream().map(Column::name).toArray(String[]::new);
  }
}
