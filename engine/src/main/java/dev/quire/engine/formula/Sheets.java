package dev.quire.engine.formula;

/// The part of a reference before the `!`.
public sealed interface Sheets {
  /// No sheet was written: the formula's own.
  record Here() implements Sheets {}

  /// A sheet by its key; `#REF!` once the sheet is deleted.
  record One(int sheet) implements Sheets {}

  /// A 3-D reference over the sheets between two tabs.
  record Span(int first, int last) implements Sheets {}

  /// A sheet name that the workbook does not have; evaluates to `#REF!`.
  ///
  /// @param name as it was written, without quotes; `First:Last` for a span
  record Unknown(String name) implements Sheets {}

  /// A sheet that had been deleted when the text was read (`#REF!A1`).
  record Gone() implements Sheets {}

  /// A sheet in another workbook, of which only the last known values are there.
  ///
  /// @param text all before the `!`, without quotes: `[1]Sheet1`, `[Book.xlsx]Sheet1`, `[1]`
  record External(String text) implements Sheets {}

  /// The formula's own sheet.
  Sheets HERE = new Here();
}
