package dev.quire.workbook.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes of a record, as they are written.
final class RecordOutput {
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void octet(int value) {
    bytes.write(value);
  }

  /// An integer in groups of seven bits, low ones first; small amounts of either sign are short.
  void integer(int value) {
    int rest = value << 1 ^ value >> 31;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes.write(rest & SEVEN_BITS | MORE);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  /// Eight bytes, high ones first.
  void bits(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (value >>> shift));
    }
  }

  /// Length and UTF-8; texts with halves of surrogate pairs, which UTF-8 cannot spell, in UTF-16.
  void text(String text) {
    byte[] units = text.getBytes(StandardCharsets.UTF_8);
    if (text.equals(new String(units, StandardCharsets.UTF_8))) {
      integer(units.length);
      bytes.writeBytes(units);
      return;
    }
    integer(-text.length() - 1); // tells the two apart
    text.chars()
        .forEach(unit -> {
          bytes.write(unit >>> Byte.SIZE);
          bytes.write(unit);
        });
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
