package dev.quire.engine.formula;

/// Operators between two operands. A higher precedence binds tighter; all group to the left.
public enum BinaryOperator {
  /// `=`
  EQUAL("=", 1),
  /// `<>`
  NOT_EQUAL("<>", 1),
  /// `<=`
  LESS_OR_EQUAL("<=", 1),
  /// `>=`
  GREATER_OR_EQUAL(">=", 1),
  /// `<`
  LESS("<", 1),
  /// `>`
  GREATER(">", 1),
  /// `&`
  CONCATENATE("&", 2),
  /// `+`
  ADD("+", 3),
  /// `-`
  SUBTRACT("-", 3),
  /// `*`
  MULTIPLY("*", 4),
  /// `/`
  DIVIDE("/", 4),
  /// `^`, which binds weaker than a sign before its operands: `-2^2` is 4.
  POWER("^", 5),
  /// `,` between references. Signs before an operand stand between this and `^`.
  UNION(",", 7),
  /// A blank between references.
  INTERSECTION(" ", 8),
  /// `:` between references that are not plain cells.
  RANGE(":", 9);

  private final String sign;
  private final int precedence;

  BinaryOperator(String sign, int precedence) {
    this.sign = sign;
    this.precedence = precedence;
  }

  /// The spelling in formulas.
  public String sign() {
    return sign;
  }

  int precedence() {
    return precedence;
  }

  boolean joinsReferences() {
    return precedence >= UNION.precedence;
  }

  boolean compares() {
    return precedence == EQUAL.precedence;
  }
}
