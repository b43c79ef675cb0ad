package dev.quire.ooxml.zip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Puts a deflate stream together from stretches of others, which keep their place within a byte.
final class BitOutput {
  private static final int FIXED = 0b010;
  private static final int DYNAMIC = 0b100;

  private final List<Piece> pieces = new ArrayList<>();
  private int length;
  private int open;
  private int phase;

  /// Bytes from one place of a buffer to another.
  record Piece(ByteBuffer bytes, int from, int to) {
    int length() {
      return to - from;
    }
  }

  /// All that was written; whole bytes only.
  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /// Number of whole bytes that were written.
  int length() {
    return length;
  }

  /// Number of bits that were written.
  long bits() {
    return length * 8L + phase;
  }

  /// Adds bits of another stream, which begin at the same bit of a byte as those to come here.
  ///
  /// @param start where the stream begins
  /// @param from its first bit
  /// @param to its last one, not included; in another byte than the first
  void copy(ByteBuffer bytes, int start, long from, long to) {
    int first = start + (int) (from >>> 3);
    int last = start + (int) (to >>> 3);
    if (first == last) {
      if (from != to) {
        throw new IllegalArgumentException("a stretch of less than a byte");
      }
      return;
    }
    if (phase != (from & 7)) {
      throw new IllegalArgumentException("bit %d at phase %d".formatted(from, phase));
    }
    if (phase > 0) {
      int high = Byte.toUnsignedInt(bytes.get(first++)) >>> phase << phase;
      piece((byte) (open | high));
    }
    piece(bytes, first, last);
    phase = (int) (to & 7);
    open = phase == 0 ? 0 : bytes.get(last) & (1 << phase) - 1;
  }

  /// Goes to the begin of the next byte, with a block that says nothing.
  void align() {
    if (phase > 0) {
      put(0, 3);
      put(0, 8 - phase & 7);
      piece((byte) 0, (byte) 0, (byte) -1, (byte) -1);
    }
  }

  /// Goes to this bit of a byte, with blocks that say nothing: of ten bits each, and one of 91
  /// where an odd number is needed.
  void turnTo(int wanted) {
    if ((phase ^ wanted) % 2 != 0) {
      emptyDynamic();
    }
    while (phase != wanted) {
      put(FIXED, 10);
    }
  }

  /// Adds bytes, standing at the begin of one.
  void add(byte[] bytes, int from, int to) {
    if (phase != 0) {
      throw new IllegalArgumentException("bytes within a byte");
    }
    piece(ByteBuffer.wrap(bytes), from, to);
  }

  /// A block with its own codes, of two bytes' worth of symbols that do not occur and the end (RFC
  /// 1951, §3.2.7): 255 times zero, then three codes of one bit.
  private void emptyDynamic() {
    put(DYNAMIC, 3);
    put(0, 5);
    put(0, 5);
    put(14, 4);
    for (int at = 0; at < 18; at++) {
      int symbol = DeflateCodes.lengthOrder(at);
      put(symbol == 18 || symbol == 1 ? 1 : 0, 3);
    }
    put(1, 1);
    put(138 - 11, 7);
    put(1, 1);
    put(117 - 11, 7);
    put(0, 3);
    put(1, 1);
  }

  private void put(int bits, int count) {
    for (int at = 0; at < count; at++) {
      open |= (bits >>> at & 1) << phase;
      if (++phase == 8) {
        piece((byte) open);
        phase = 0;
        open = 0;
      }
    }
  }

  private void piece(byte... bytes) {
    piece(ByteBuffer.wrap(bytes), 0, bytes.length);
  }

  private void piece(ByteBuffer bytes, int from, int to) {
    if (to > from) {
      pieces.add(new Piece(bytes, from, to));
      length = Math.addExact(length, to - from);
    }
  }
}
