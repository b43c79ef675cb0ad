package dev.quire.workbook.encoding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes of a record, as they are read. Never reads beyond the record, and never sets aside more
/// memory than the record has bytes for.
final class RecordInput {
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;

  private final ByteBuffer bytes;

  RecordInput(byte[] record) {
    this.bytes = ByteBuffer.wrap(record);
  }

  int octet() {
    try {
      return bytes.get() & 0xFF;
    } catch (BufferUnderflowException short_) {
      throw new UnreadableRecord("it ends too early");
    }
  }

  int integer() {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int next = octet();
      value |= (next & SEVEN_BITS) << shift;
      if ((next & MORE) == 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new UnreadableRecord("it has a number that is too long");
  }

  /// A number of things of which each takes at least one byte.
  int count() {
    int count = integer();
    if (count < 0) {
      throw new UnreadableRecord("it announces %d things".formatted(count));
    }
    require(count);
    return count;
  }

  /// @throws UnreadableRecord when fewer bytes are left
  void require(long least) {
    if (least > bytes.remaining()) {
      throw new UnreadableRecord("it announces %d things and ends".formatted(least));
    }
  }

  long bits() {
    try {
      return bytes.getLong();
    } catch (BufferUnderflowException short_) {
      throw new UnreadableRecord("it ends too early");
    }
  }

  String text() {
    int length = integer();
    if (length >= 0) {
      var units = new byte[checked(length)];
      bytes.get(units);
      return new String(units, StandardCharsets.UTF_8);
    }
    var units = new char[checked(-(length + 1) * 2) / 2];
    for (int at = 0; at < units.length; at++) {
      units[at] = bytes.getChar();
    }
    return new String(units);
  }

  private int checked(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new UnreadableRecord("it ends within a text");
    }
    return length;
  }

  /// @throws UnreadableRecord when something follows
  void end() {
    if (bytes.hasRemaining()) {
      throw new UnreadableRecord("it goes on after its end");
    }
  }
}
