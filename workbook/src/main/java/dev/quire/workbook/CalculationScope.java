package dev.quire.workbook;

/// Which formulas a calculation on demand brings up to date (Graph: workbookApplication/calculate).
public enum CalculationScope {
  /// Those that something written since the last calculation reaches, and volatile ones.
  RECALCULATE,
  /// All.
  FULL,
  /// All, after finding out anew what depends on what.
  FULL_REBUILD
}
