package dev.quire.engine.numfmt;

import java.util.Optional;

/// When a section applies to a number: `[>=100]`, or what its place among the sections says.
record Condition(Test test, double limit) {
  /// The signs, longer ones first: `<=` is not `<`.
  enum Test {
    ANY(""),
    LESS_OR_EQUAL("<="),
    DIFFERENT("<>"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">"),
    EQUAL("=");

    private final String sign;

    Test(String sign) {
      this.sign = sign;
    }
  }

  /// Holds for every number.
  static final Condition ANY = new Condition(Test.ANY, 0);

  static final Condition POSITIVE = new Condition(Test.GREATER, 0);
  static final Condition NEGATIVE = new Condition(Test.LESS, 0);
  static final Condition NOT_NEGATIVE = new Condition(Test.GREATER_OR_EQUAL, 0);

  /// Reads the inside of the brackets; empty when it is no condition.
  static Optional<Condition> parse(String inside) {
    for (Test test : Test.values()) {
      if (test != Test.ANY && inside.startsWith(test.sign)) {
        var limit = PlainNumber.parse(inside.substring(test.sign.length()).strip());
        return limit.isPresent()
            ? Optional.of(new Condition(test, limit.getAsDouble()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean holds(double number) {
    return switch (test) {
      case ANY -> true;
      case LESS_OR_EQUAL -> number <= limit;
      case DIFFERENT -> number != limit;
      case GREATER_OR_EQUAL -> number >= limit;
      case LESS -> number < limit;
      case GREATER -> number > limit;
      case EQUAL -> number == limit;
    };
  }

  /// Whether the section for all numbers that do not meet it marks negative ones with a minus sign:
  /// after `[=0]` or `[>=1000]` it does, after `[<1000]` not.
  boolean leavesNegativesToMark() {
    return switch (test) {
      case EQUAL -> true;
      case GREATER, GREATER_OR_EQUAL -> limit >= 0;
      case ANY, DIFFERENT, LESS, LESS_OR_EQUAL -> false;
    };
  }

  /// Whether only negative numbers can meet it. Such a section shows no minus sign of its own: what
  /// marks the number as negative stands in the code.
  boolean isNegativeOnly() {
    return switch (test) {
      case LESS -> limit <= 0;
      case LESS_OR_EQUAL, EQUAL -> limit < 0;
      case ANY, DIFFERENT, GREATER_OR_EQUAL, GREATER -> false;
    };
  }
}
