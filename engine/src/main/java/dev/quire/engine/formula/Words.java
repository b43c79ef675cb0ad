package dev.quire.engine.formula;

/// The characters of names.
final class Words {
  private Words() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// Whether a name or an unquoted sheet name may start so.
  static boolean starts(char c) {
    return isLatin(c) || c == '_' || c == '\\' || c > 0x7F && !Character.isWhitespace(c);
  }

  /// Whether a name may go on so.
  static boolean continues(char c) {
    return starts(c) || isDigit(c) || c == '.' || c == '?';
  }

  /// The index behind the word that starts at an index; the index itself when there is none.
  static int end(String text, int from) {
    if (from >= text.length() || !starts(text.charAt(from))) {
      return from;
    }
    int at = from + 1;
    while (at < text.length() && continues(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
