package dev.quire.engine.numfmt;

/// A piece of a section's code.
///
/// @param kind what it is
/// @param text the literal text, the run of letters or digits, or the kind of a placeholder
record Token(Kind kind, String text) {
  enum Kind {
    /// Text shown as it stands; the blank of `_x` too.
    LITERAL,
    /// `0`, `#` or `?`.
    PLACEHOLDER,
    /// A digit 1 to 9: a literal, or part of a fixed denominator.
    NUMERAL,
    /// `.`
    POINT,
    /// `,`
    COMMA,
    /// `%`
    PERCENT,
    /// `E+`, `E-`, `e+` or `e-`, as written.
    EXPONENT,
    /// `/`: fraction bar, date separator or literal.
    SLASH,
    /// `:`: time separator or literal.
    COLON,
    /// The word General.
    GENERAL,
    /// `@`, the text of a text value.
    TEXT,
    /// A run of one letter of y, m, d, h, s, e, b, g, a, in lower case.
    DATE,
    /// The same inside brackets: `[hh]`.
    ELAPSED,
    /// `AM/PM`, `A/P` or `上午/下午`, as written.
    MERIDIEM,
    /// `B1` (Gregorian) or `B2` (Hijri); the text is the digit.
    CALENDAR,
  }

  boolean is(Kind other) {
    return kind == other;
  }

  char first() {
    return text.charAt(0);
  }
}
