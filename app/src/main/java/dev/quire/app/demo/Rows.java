package dev.quire.app.demo;

import java.util.List;

/// The cells of a sheet, asked for row by row from the top, so that a long sheet need not be in
/// memory as cells.
interface Rows {
  /// Number of rows, empty ones among them included.
  int count();

  /// Number of columns of the widest row.
  int columns();

  /// The cells from column A on.
  List<DemoCell> row(int index);
}
