package dev.quire.app.demo;

import java.util.List;

/// A workbook to be written.
///
/// @param title what its properties call it
/// @param names in alphabetical order, as Excel keeps them
record DemoBook(String title, List<DemoSheet> sheets, List<Name> names) {
  /// A name for a cell.
  ///
  /// @param target sheet and address, absolute: `Loan!$B$4`
  record Name(String name, String target) {}
}
