package dev.quire.ooxml.part;

/// Texts of cells, where characters that XML cannot hold are written `_xHHHH_` (ECMA-376 part 1,
/// §22.9.2.19).
public final class Xstring {
  private static final int ESCAPE_LENGTH = 7;

  private Xstring() {}

  /// The text that is meant.
  public static String decode(String written) {
    int first = written.indexOf("_x");
    if (first < 0) {
      return written;
    }
    var out = new StringBuilder(written.length());
    int at = 0;
    for (int next = first; next >= 0; next = written.indexOf("_x", next)) {
      if (isEscape(written, next)) {
        out.append(written, at, next);
        out.append((char) Integer.parseInt(written, next + 2, next + 6, 16));
        next += ESCAPE_LENGTH;
        at = next;
      } else {
        next += 2;
      }
    }
    return out.append(written, at, written.length()).toString();
  }

  /// How a text is written.
  public static String encode(String text) {
    StringBuilder out = null;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean literal = text.charAt(i) == '_' && isEscape(text, i);
      if (literal || needsEscape(text, i)) {
        out = out == null ? new StringBuilder(text.length() + 16) : out;
        out.append(text, at, i).append("_x%04X_".formatted((int) text.charAt(i)));
        at = i + 1;
      }
    }
    return out == null ? text : out.append(text, at, text.length()).toString();
  }

  private static boolean needsEscape(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c != '\t' && c != '\n';
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= 0xFFFE;
  }

  private static boolean isEscape(String text, int at) {
    if (at + ESCAPE_LENGTH > text.length()
        || text.charAt(at + 1) != 'x'
        || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }
}
