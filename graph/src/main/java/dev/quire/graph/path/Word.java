package dev.quire.graph.path;

import java.util.ArrayList;
import java.util.List;

/// What stands between two slashes of a raw path.
///
/// @param text decoded once
/// @param dollar whether the raw text begins with `$`. An escaped dollar is part of a name, a bare
///   one begins a word of the protocol: only so can a worksheet be called `$count`
/// @param position where it begins in the raw path
record Word(String text, boolean dollar, int position) {
  /// The words of a path; empty ones (doubled and trailing slashes) are left out.
  static List<Word> split(String rawPath) {
    var words = new ArrayList<Word>();
    int start = 0;
    while (start <= rawPath.length()) {
      int slash = rawPath.indexOf('/', start);
      int end = slash < 0 ? rawPath.length() : slash;
      if (end > start) {
        var raw = rawPath.substring(start, end);
        words.add(new Word(Percent.decode(raw, start), raw.charAt(0) == '$', start));
      }
      start = end + 1;
    }
    return words;
  }

  /// Whether this is a word of the protocol, such as `$count`.
  boolean isProtocol(String word) {
    return dollar && text.equalsIgnoreCase(word);
  }

  /// The text before the first parenthesis when the text ends with one; else all of it.
  String name() {
    return hasParentheses() ? text.substring(0, text.indexOf('(')) : text;
  }

  /// Whether there is something of the form `name(…)`.
  boolean hasParentheses() {
    return text.endsWith(")") && text.indexOf('(') > 0;
  }

  /// The text between the first opening and the last closing parenthesis; empty without them.
  String inside() {
    return hasParentheses() ? text.substring(text.indexOf('(') + 1, text.length() - 1) : "";
  }
}
