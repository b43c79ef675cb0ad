package dev.quire.ooxml.zip;

import java.util.Arrays;

/// Finds the symbol of a deflate code (RFC 1951, §3.2.2) by the next bits of the stream: those of
/// short codes at once, those of long ones in a second table.
///
/// An entry holds the length of its code, or of what is left of it in a second table, in the lowest
/// five bits; then three bits of nothing; 16 bits of a value; and its kind. Zero is no code.
final class HuffmanTable {
  static final int LITERAL = 1 << 31;
  static final int END = 1 << 30;
  private static final int SECOND = 1 << 29;
  private static final int LONGEST = 15;

  private final int bits;
  private final int[] entries;
  private int used;

  /// @param bits length of the codes that are found at once
  /// @param symbols most symbols that there may be
  HuffmanTable(int bits, int symbols) {
    this.bits = bits;
    this.entries = new int[(1 << bits) + (symbols << (LONGEST - bits))];
  }

  /// The entry of a value.
  ///
  /// @param extra number of bits that follow the code and are added to the value
  static int entry(int value, int extra) {
    return value << 8 | extra << 24;
  }

  /// The value of an entry, before the bits that are to be added.
  static int value(int entry) {
    return entry >>> 8 & 0xFFFF;
  }

  /// Number of bits that follow the code.
  static int extra(int entry) {
    return entry >>> 24 & 15;
  }

  /// Number of bits of the code.
  static int length(int entry) {
    return entry & 31;
  }

  /// The entry of the code that comes next, with the length of its whole code; zero when there is
  /// none.
  int find(long next) {
    int entry = entries[(int) next & (1 << bits) - 1];
    if ((entry & SECOND) == 0 || entry < 0) {
      return entry;
    }
    return entries[value(entry) + ((int) (next >>> bits) & (1 << (LONGEST - bits)) - 1)];
  }

  /// Makes the table. False for lengths that make no code, or one in which bits remain that mean
  /// nothing, unless it has a single symbol of one bit or, where that is allowed, none.
  ///
  /// @param lengths of each symbol's code, zero for those that do not occur
  /// @param meanings entry of each symbol, without a length
  boolean build(byte[] lengths, int from, int count, int[] meanings, boolean mayBeEmpty) {
    int[] next = new int[LONGEST + 2];
    for (int symbol = 0; symbol < count; symbol++) {
      next[lengths[from + symbol] + 1]++;
    }
    int symbols = count - next[1];
    next[1] = 0;
    int left = 1;
    for (int length = 1; length <= LONGEST; length++) {
      left = (left << 1) - next[length + 1];
      if (left < 0) {
        return false;
      }
    }
    boolean single = symbols == 1 && next[2] == 1;
    if (left > 0 && !single && !(symbols == 0 && mayBeEmpty)) {
      return false;
    }
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int sized = next[length + 1];
      next[length] = code;
      code = code + sized << 1;
    }
    used = 1 << bits;
    Arrays.fill(entries, 0, used, 0);
    for (int symbol = 0; symbol < count; symbol++) {
      int length = lengths[from + symbol];
      if (length > 0) {
        put(Integer.reverse(next[length]++) >>> (32 - length), length, meanings[symbol]);
      }
    }
    return true;
  }

  private void put(int code, int length, int meaning) {
    if (length <= bits) {
      for (int at = code; at < 1 << bits; at += 1 << length) {
        entries[at] = meaning | length;
      }
      return;
    }
    int first = code & (1 << bits) - 1;
    int size = 1 << (LONGEST - bits);
    if (entries[first] == 0) {
      entries[first] = entry(used, 0) | SECOND;
      Arrays.fill(entries, used, used + size, 0);
      used += size;
    }
    int second = value(entries[first]);
    for (int at = code >>> bits; at < size; at += 1 << (length - bits)) {
      entries[second + at] = meaning | length;
    }
  }
}
