package dev.quire.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages bytes and texts a little.
final class Mutation {
  /// What people and programs get wrong, and what is at the edge of something.
  private static final List<String> WORDS =
      List.of(
          "",
          "-1",
          "0",
          "1",
          "2147483647",
          "2147483648",
          "-2147483649",
          "4294967296",
          "9223372036854775808",
          "1e308",
          "1e400",
          "-0",
          "NaN",
          "Infinity",
          "null",
          "true",
          "1.5",
          "A1",
          "XFD1048576",
          "A1048577",
          "XFE1",
          "A1:XFD1048576",
          "1:1",
          "A:A",
          "$A$1",
          "#REF!",
          "Sheet1!A1",
          "'",
          "''",
          "\"",
          "\\",
          "/",
          "//",
          "..",
          "%00",
          "%2F",
          "%25",
          "&amp;",
          "&#0;",
          "&#x10FFFF;",
          "<a>",
          "</a>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?x?>",
          "<!DOCTYPE x>",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          ",",
          ":",
          ";",
          "@",
          "#",
          "=",
          "+",
          "*",
          "!",
          "~",
          "\u0000",
          "\uD800",
          "\uFFFF",
          "\u202E",
          "é",
          "😀",
          "x".repeat(40_000),
          "(".repeat(300),
          "[".repeat(300));

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /// Some bytes changed, cut off, doubled or taken out.
  byte[] bytes(byte[] good) {
    byte[] bytes = good.clone();
    for (int times = random.nextInt(1, 6); times > 0 && bytes.length > 0; times--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xFF));
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 ->
            System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        default -> bytes = without(bytes, at, length);
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
    return shorter;
  }

  /// Some words of a text replaced, doubled, moved or taken out.
  String text(String good) {
    String text = good;
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      int from = border(text, random.nextInt(text.length() + 1));
      int to = border(text, Math.min(text.length(), from + random.nextInt(12)));
      String word = text.substring(Math.min(from, to), Math.max(from, to));
      String put =
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> word + word;
            case 2 -> word.repeat(random.nextInt(1, 50));
            case 3 -> elsewhere(text);
            default -> WORDS.get(random.nextInt(WORDS.size()));
          };
      text = text.substring(0, Math.min(from, to)) + put + text.substring(Math.max(from, to));
    }
    return text;
  }

  private String elsewhere(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(40)));
  }

  /// The next place where something ends, most of the time.
  private int border(String text, int at) {
    if (random.nextInt(4) == 0) {
      return at;
    }
    for (int next = at; next < text.length(); next++) {
      if (!Character.isLetterOrDigit(text.charAt(next))) {
        return next;
      }
    }
    return at;
  }

  /// [#text] of a text in UTF-8.
  byte[] utf8(byte[] good) {
    return text(new String(good, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }
}
