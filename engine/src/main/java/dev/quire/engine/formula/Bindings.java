package dev.quire.engine.formula;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What names in formulas mean. Sheets are known by a key that survives renaming and moving, so
/// that neither touches a formula.
public interface Bindings {
  /// The key of the sheet with this name, compared without case.
  OptionalInt sheetKey(String name);

  /// The present name of a sheet; empty once it is deleted.
  Optional<String> sheetName(int sheet);

  /// The sheets that a reference into another workbook means, whose cells are remembered here; none
  /// when nothing is known of them.
  ///
  /// @param text all before the `!`, without quotes: `[1]Sheet1`, `[Book.xlsx]Sheet1:Sheet3`
  List<Integer> externalSheets(String text);

  /// Whether a sheet is one of another workbook, which is closed.
  default boolean isElsewhere(int sheet) {
    return false;
  }

  /// Whether functions of the workbook's own macros may be called.
  default boolean hasMacros() {
    return false;
  }

  /// Whether anything is known of the workbook that a reference names.
  ///
  /// @param text all before the `!`, without quotes
  default boolean remembers(String text) {
    return false;
  }

  /// The sheets of a 3-D reference in tab order, both ends included; empty when one is gone.
  List<Integer> sheetsBetween(int first, int last);

  /// Whether a defined name or a table is called so as seen from a sheet, compared without case.
  boolean definesName(int sheet, String name);

  /// The table with this name, compared without case.
  Optional<TableShape> table(String name);

  /// The table that a cell lies in, for `[@Column]`.
  Optional<TableShape> tableAt(int sheet, int row, int column);
}
