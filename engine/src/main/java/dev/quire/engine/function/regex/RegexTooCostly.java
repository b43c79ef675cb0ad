package dev.quire.engine.function.regex;

/// Says that a search was given up because it takes too much work.
public final class RegexTooCostly extends RuntimeException {
  private static final long serialVersionUID = 1;

  RegexTooCostly() {
    super("a regular expression takes too many steps", null, false, false);
  }
}
