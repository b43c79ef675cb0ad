package dev.quire.workbook;

import java.util.Locale;

/// What a protected worksheet may still let people do (ECMA-376 part 1, 18.3.1.85).
public enum SheetAction {
  /// Use the filters that are there.
  AUTO_FILTER,
  /// Delete columns whose cells are all unlocked.
  DELETE_COLUMNS,
  /// Delete rows whose cells are all unlocked.
  DELETE_ROWS,
  /// Change how cells look.
  FORMAT_CELLS,
  /// Change the width of columns, hide and show them.
  FORMAT_COLUMNS,
  /// Change the height of rows, hide and show them.
  FORMAT_ROWS,
  /// Insert columns.
  INSERT_COLUMNS,
  /// Insert hyperlinks.
  INSERT_HYPERLINKS,
  /// Insert rows.
  INSERT_ROWS,
  /// Use pivot tables.
  PIVOT_TABLES,
  /// Sort unlocked cells.
  SORT;

  /// What it is, in words: `format cells`.
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
