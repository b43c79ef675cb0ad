package dev.quire.engine.formula;

/// Operators before their operand.
public enum PrefixOperator {
  /// `+`, which does nothing, not even turn text into a number.
  PLUS("+"),
  /// `-`
  MINUS("-"),
  /// `@`, the cell of a range that lies in the formula's row or column.
  INTERSECT("@");

  private final String sign;

  PrefixOperator(String sign) {
    this.sign = sign;
  }

  /// The spelling in formulas.
  public String sign() {
    return sign;
  }
}
