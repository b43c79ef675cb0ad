package dev.quire.ooxml.part;

/// The operators of custom filters: a word in files, a sign before the operand elsewhere.
public enum FilterOperators {
  /// At least; before the shorter signs that it begins with.
  GREATER_OR_EQUAL(">=", "greaterThanOrEqual"),
  /// At most.
  LESS_OR_EQUAL("<=", "lessThanOrEqual"),
  /// Anything else.
  NOT_EQUAL("<>", "notEqual"),
  /// More.
  GREATER(">", "greaterThan"),
  /// Less.
  LESS("<", "lessThan"),
  /// The same; also what stands without a sign.
  EQUAL("=", "equal");

  private final String sign;
  private final String word;

  FilterOperators(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /// The sign of a word of a file.
  static String sign(String word) {
    for (FilterOperators each : values()) {
      if (each.word.equals(word)) {
        return each.sign;
      }
    }
    return EQUAL.sign;
  }

  /// The operator that a condition begins with.
  public static FilterOperators of(String condition) {
    for (FilterOperators each : values()) {
      if (condition.startsWith(each.sign)) {
        return each;
      }
    }
    return EQUAL;
  }

  /// What a condition compares with.
  public String operand(String condition) {
    return condition.startsWith(sign) ? condition.substring(sign.length()) : condition;
  }

  /// The word in files.
  public String word() {
    return word;
  }
}
