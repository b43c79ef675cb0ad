package dev.quire.workbook;

/// What a change does to the number format of one cell.
public sealed interface FormatEntry {
  /// Leave it as it is.
  FormatEntry KEEP = new Keep();

  /// Leaves the number format as it is.
  record Keep() implements FormatEntry {}

  /// Sets the number format.
  ///
  /// @param code an en-US format code; empty for General
  record Code(String code) implements FormatEntry {}
}
