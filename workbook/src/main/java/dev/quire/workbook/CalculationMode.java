package dev.quire.workbook;

/// When formulas are recalculated (ECMA-376 part 1, §18.18.8).
public enum CalculationMode {
  /// After every change.
  AUTOMATIC,
  /// After every change, what-if data tables excepted.
  AUTOMATIC_EXCEPT_TABLES,
  /// When asked.
  MANUAL
}
