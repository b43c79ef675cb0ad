package dev.quire.engine.formula;

/// How cell references are spelt.
public enum Notation {
  /// `$A1`, relative to nothing but written anew in every cell.
  A1,
  /// `R[-1]C3`, the same text in every cell that a formula is filled to.
  R1C1
}
