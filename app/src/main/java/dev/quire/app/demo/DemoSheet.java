package dev.quire.app.demo;

import java.util.List;

/// A worksheet to be written.
///
/// @param frozenRows how many rows stay in view
/// @param widthsChars column widths from A on
record DemoSheet(
    String name,
    int frozenRows,
    List<Integer> widthsChars,
    Rows rows,
    List<Validation> validations,
    List<DemoTable> tables,
    List<DemoChart> charts) {

  /// A sheet with nothing but cells.
  static DemoSheet of(String name, int frozenRows, List<Integer> widthsChars, Rows rows) {
    return new DemoSheet(name, frozenRows, widthsChars, rows, List.of(), List.of(), List.of());
  }

  DemoSheet with(Validation... rules) {
    return new DemoSheet(name, frozenRows, widthsChars, rows, List.of(rules), tables, charts);
  }

  DemoSheet with(DemoTable table) {
    return new DemoSheet(name, frozenRows, widthsChars, rows, validations, List.of(table), charts);
  }

  DemoSheet with(DemoChart chart) {
    return new DemoSheet(name, frozenRows, widthsChars, rows, validations, tables, List.of(chart));
  }
}
