package dev.quire.graph.json;

import java.nio.charset.StandardCharsets;

/// Text with halves of surrogate pairs in it: legal in Java and in .xlsx escapes, not in UTF-8.
final class Surrogates {
  private static final char REPLACEMENT = '\uFFFD';

  private Surrogates() {}

  /// The text with each lone half replaced.
  static String paired(String text) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return text;
    }
    var repaired = new StringBuilder(text.length());
    text.codePoints().map(c -> isHalf(c) ? REPLACEMENT : c).forEach(repaired::appendCodePoint);
    return repaired.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
