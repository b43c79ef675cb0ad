package dev.quire.engine.formula;

/// What happens where a formula gives several cells to something that takes one value.
public enum EvaluationMode {
  /// Excel before dynamic arrays, and files without their mark: the cell in the formula's row or
  /// column is taken (implicit intersection). Array constants and results still work element by
  /// element, and so does everything inside functions that ask for arrays, such as `SUMPRODUCT`.
  LEGACY,
  /// Everything works element by element and yields an array. Also the mode of array formulas
  /// entered with Ctrl+Shift+Enter and of defined names.
  DYNAMIC
}
