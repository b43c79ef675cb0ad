package dev.quire.ooxml.xml;

import dev.quire.engine.value.FileCharacters;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Characters in XML: references on the way in, escapes on the way out.
public final class XmlText {
  private XmlText() {}

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /// A text with its line ends made plain, references left alone.
  static String plain(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// A text with references resolved and line ends (in attributes: all blanks) made plain.
  static String decode(XmlScanner scanner, int from, int to, boolean attribute) {
    byte[] bytes = scanner.buffer();
    boolean simple = true;
    for (int at = from; at < to && simple; at++) {
      byte b = bytes[at];
      simple = b != '&' && b != '\r' && !(attribute && (b == '\n' || b == '\t'));
    }
    String raw = plain(bytes, from, to);
    if (simple) {
      return raw;
    }
    String text = attribute ? raw.replace('\n', ' ').replace('\t', ' ') : raw;
    var out = new StringBuilder(text.length());
    int at = 0;
    for (int and = text.indexOf('&'); and >= 0; and = text.indexOf('&', at)) {
      int semicolon = text.indexOf(';', and);
      if (semicolon < 0) {
        throw scanner.damaged(from, "a reference without end");
      }
      int codePoint = codePoint(text.substring(and + 1, semicolon));
      if (codePoint < 0) {
        throw scanner.damaged(from, "unknown entity " + text.substring(and, semicolon + 1));
      }
      out.append(text, at, and).appendCodePoint(codePoint);
      at = semicolon + 1;
    }
    return out.append(text, at, text.length()).toString();
  }

  private static int codePoint(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? numbered(name.substring(1)) : -1;
    };
  }

  private static int numbered(String digits) {
    try {
      int point =
          digits.startsWith("x")
              ? Integer.parseInt(digits, 1, digits.length(), 16)
              : Integer.parseInt(digits);
      return Character.isValidCodePoint(point) ? point : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// A text as it stands between tags. Characters that XML cannot hold become U+FFFD.
  public static String escape(String text) {
    return escape(text, false);
  }

  /// A text as it stands in an attribute with double quotes.
  public static String escapeAttribute(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean attribute) {
    StringBuilder out = null;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      String escaped = escape(text, at, c, attribute);
      if (escaped != null && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, at);
      }
      if (out != null) {
        out.append(escaped == null ? String.valueOf(c) : escaped);
      }
    }
    return out == null ? text : out.toString();
  }

  private static @Nullable String escape(String text, int at, char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> attribute ? "&quot;" : null;
      case '\r' -> "&#13;";
      case '\n' -> attribute ? "&#10;" : null;
      case '\t' -> attribute ? "&#9;" : null;
      default -> FileCharacters.fits(text, at) ? null : "\uFFFD";
    };
  }
}
