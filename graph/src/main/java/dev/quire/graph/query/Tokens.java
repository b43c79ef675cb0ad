package dev.quire.graph.query;

/// A cursor over the value of an option.
final class Tokens {
  private final String text;
  private int at;

  Tokens(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  boolean atEnd() {
    skipBlanks();
    return at == text.length();
  }

  /// The next character that is no blank; 0 at the end.
  char peek() {
    return atEnd() ? 0 : text.charAt(at);
  }

  boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char c) {
    if (!accept(c)) {
      throw fault();
    }
  }

  void expectEnd() {
    if (!atEnd()) {
      throw fault();
    }
  }

  /// A word if it comes next, in any case; a longer word that begins so does not count.
  boolean acceptWord(String word) {
    skipBlanks();
    int end = at + word.length();
    boolean found =
        text.regionMatches(true, at, word, 0, word.length())
            && (end == text.length() || !isNameCharacter(text.charAt(end)));
    if (found) {
      at = end;
    }
    return found;
  }

  /// A name of a property or function. A name with a slash behind it (`format/font`) is a path,
  /// which no option takes.
  String name() {
    skipBlanks();
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    var name = text.substring(start, at);
    if (name.isEmpty() || peek() == '/') {
      throw fault();
    }
    return name;
  }

  /// Text in quotes, doubled ones inside.
  String quoted() {
    expect('\'');
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\'') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        value.append('\'');
        at++;
      } else {
        return value.toString();
      }
    }
    throw fault();
  }

  /// A number as JSON writes it.
  double number() {
    skipBlanks();
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw fault();
    }
  }

  QueryFault fault() {
    return new QueryFault.BadSyntax(at, text);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /// Letters and digits, and what occurs in names such as `@microsoft.graph.downloadUrl`.
  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '@' || c == '-';
  }
}
