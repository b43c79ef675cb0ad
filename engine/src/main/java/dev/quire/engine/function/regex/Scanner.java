package dev.quire.engine.function.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads a pattern from left to right.
final class Scanner {
  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  boolean hasMore() {
    return at < text.length();
  }

  boolean isAt(char c) {
    return hasMore() && text.charAt(at) == c;
  }

  /// The next character, which must exist.
  char next() {
    if (!hasMore()) {
      throw refused("an unfinished pattern");
    }
    return text.charAt(at++);
  }

  /// The character that comes next, which must exist; stays before it.
  char peek() {
    if (!hasMore()) {
      throw refused("an unfinished pattern");
    }
    return text.charAt(at);
  }

  /// Skips a word if it comes next.
  boolean skips(String word) {
    boolean comes = text.startsWith(word, at);
    at += comes ? word.length() : 0;
    return comes;
  }

  void skip(int characters) {
    at += characters;
  }

  void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
  }

  void skipTo(char c) {
    int end = text.indexOf(c, at);
    if (end < 0) {
      throw refused("no " + c);
    }
    at = end + 1;
  }

  /// What stands before `\E` or the end, which is skipped.
  String quoted() {
    int end = text.indexOf("\\E", at);
    String quoted = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 2;
    return quoted;
  }

  /// What fits here or a few characters away; null for nothing.
  @Nullable Matcher match(int offset, Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at + offset, text.length());
    return matcher.lookingAt() ? matcher : null;
  }

  /// What fits here, which is skipped; null for nothing.
  @Nullable Matcher matchAndSkip(Pattern pattern) {
    Matcher matcher = match(0, pattern);
    at = matcher == null ? at : matcher.end();
    return matcher;
  }

  PatternSyntaxException refused(String why) {
    return new PatternSyntaxException(why, text, at);
  }
}
