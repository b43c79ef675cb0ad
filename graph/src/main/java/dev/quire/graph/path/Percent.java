package dev.quire.graph.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent escapes (RFC 3986 §2.1): decoding of whole segments, encoding of values.
final class Percent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED = "-._~";

  private Percent() {}

  /// A segment decoded once, as UTF-8. A plus stays a plus, and characters that should have been
  /// escaped are taken as they are.
  ///
  /// @param offset where the segment begins in the raw path, for the fault
  static String decode(String raw, int offset) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    var bytes = ByteBuffer.allocate(raw.length() * 3); // UTF-8: at most 3 bytes per UTF-16 unit
    int i = 0;
    while (i < raw.length()) {
      if (raw.charAt(i) == '%') {
        bytes.put(escapedByte(raw, i, offset));
        i += 3;
      } else {
        int end = raw.indexOf('%', i);
        var plain = raw.substring(i, end < 0 ? raw.length() : end);
        bytes.put(plain.getBytes(StandardCharsets.UTF_8));
        i += plain.length();
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new PathFault.BadEscape(offset + raw.indexOf('%'));
    }
  }

  private static byte escapedByte(String raw, int at, int offset) {
    boolean whole =
        at + 2 < raw.length()
            && HexFormat.isHexDigit(raw.charAt(at + 1))
            && HexFormat.isHexDigit(raw.charAt(at + 2));
    if (!whole) {
      throw new PathFault.BadEscape(offset + at);
    }
    return (byte) HexFormat.fromHexDigits(raw, at + 1, at + 3);
  }

  /// A value with everything escaped but letters, digits, `-._~` and what the caller lets through.
  ///
  /// @param bare ASCII characters to leave as they are
  static String encode(String value, String bare) {
    var text = new StringBuilder(value.length() + 16);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isPlain(c) || bare.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%').append(HEX.toHexDigits(b));
      }
    }
    return text.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }
}
