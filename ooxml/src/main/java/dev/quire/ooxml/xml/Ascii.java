package dev.quire.ooxml.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Short texts in byte arrays.
public final class Ascii {
  private Ascii() {}

  /// The bytes of a text.
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The text of some bytes.
  public static String string(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// Whether bytes spell a text.
  public static boolean equal(byte[] bytes, int from, int to, byte[] text) {
    return Arrays.equals(bytes, from, to, text, 0, text.length);
  }

  /// A decimal number without sign; -1 when it is none or above 2^30.
  public static int number(byte[] bytes, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || number > (1 << 30) / 10 - 1) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return from == to ? -1 : number;
  }
}
