package dev.quire.engine.formula;

/// Operators behind their operand.
public enum PostfixOperator {
  /// `%`, a hundredth.
  PERCENT("%"),
  /// `#`, all cells that the array in a cell spills to.
  SPILL("#");

  private final String sign;

  PostfixOperator(String sign) {
    this.sign = sign;
  }

  /// The spelling in formulas.
  public String sign() {
    return sign;
  }
}
