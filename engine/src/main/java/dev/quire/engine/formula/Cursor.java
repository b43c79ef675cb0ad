package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Blank;
import java.util.ArrayList;
import java.util.List;

/// A position in formula text that counts tokens and remembers the blanks between them.
final class Cursor {
  private final String text;
  private final List<Blank> blanks = new ArrayList<>();
  private int at;
  private int token;

  Cursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character here; NUL at the end, which no formula holds.
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean looksAt(String word) {
    return peek() == word.charAt(0) && text.startsWith(word, at);
  }

  /// Goes over blanks and keeps them for the token that follows. A second call at the same place
  /// finds none and changes nothing.
  void blanks() {
    int from = at;
    skipBlanks();
    if (at > from) {
      blanks.add(new Blank(token, text.substring(from, at)));
    }
  }

  /// Goes over blanks that are not kept.
  void skipBlanks() {
    while (at < text.length() && Words.isBlank(text.charAt(at))) {
      at++;
    }
  }

  /// Forgets the blanks just read: they were an operator.
  void dropLastBlanks() {
    blanks.removeLast();
  }

  void moveTo(int index) {
    at = index;
  }

  /// Notes that the text up to an index was one token.
  void token(int end) {
    at = end;
    token++;
  }

  /// Notes that the last token was the beginning of a longer one.
  void untoken(int index) {
    at = index;
    token--;
  }

  /// Notes that a token just counted will not be printed as one.
  void uncount() {
    token--;
  }

  int tokens() {
    return token;
  }

  /// Makes everything since a count of tokens a single token.
  void countAsOneSince(int tokens) {
    token = tokens + 1;
  }

  /// Takes one character as a token of its own.
  void take(char wanted) throws FormulaSyntaxException {
    blanks();
    skip(wanted);
    token++;
  }

  /// Takes one character within a token.
  void skip(char wanted) throws FormulaSyntaxException {
    if (peek() != wanted) {
      throw fault("expected " + wanted);
    }
    at++;
  }

  List<Blank> keptBlanks() {
    return blanks;
  }

  FormulaSyntaxException fault(String message) {
    return new FormulaSyntaxException(message, at);
  }
}
