package dev.quire.engine.numfmt;

/// A place in a text that is being read.
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /// The next character, 0 at the end.
  char next() {
    return isAtEnd() ? 0 : text.charAt(at);
  }

  /// Steps over a character if it is the next one.
  boolean take(char c) {
    if (next() != c || isAtEnd()) {
      return false;
    }
    at++;
    return true;
  }

  /// Steps over blanks.
  ///
  /// @return how many there were
  int skipBlanks() {
    int from = at;
    while (take(' ')) {
      // nothing but blanks
    }
    return at - from;
  }

  /// Steps back.
  void back(int characters) {
    at -= characters;
  }

  /// Steps over digits and gives them, possibly none.
  String digits() {
    int from = at;
    while (isDigit(next())) {
      at++;
    }
    return text.substring(from, at);
  }

  /// Steps over letters and gives them, possibly none.
  String letters() {
    int from = at;
    while (isLetter(next())) {
      at++;
    }
    return text.substring(from, at);
  }

  /// Steps over one character and gives it.
  char advance() {
    return text.charAt(at++);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
