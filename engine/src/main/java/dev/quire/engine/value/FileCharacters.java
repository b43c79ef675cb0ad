package dev.quire.engine.value;

/// Which characters the XML of a file can hold (D: XML 1.0, 2.2). Only the texts of cells and the
/// names of columns have escapes for the others; anywhere else a file would lose them.
public final class FileCharacters {
  private FileCharacters() {}

  /// Where the first character stands that does not fit; -1 when all do.
  public static int firstMisfit(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!fits(text, at)) {
        return at;
      }
    }
    return -1;
  }

  /// Whether the `char` at a place fits: no control character, no half of a pair without the other.
  public static boolean fits(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c == '\n' || c == '\t' || c == '\r';
    }
    if (!Character.isSurrogate(c)) {
      return c < 0xFFFE;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
