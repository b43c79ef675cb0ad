package dev.quire.ooxml.zip;

import java.util.Arrays;

/// What the codes of a deflate stream mean (RFC 1951, §3.2.5 to §3.2.7).
final class DeflateCodes {
  static final int LITERALS = 288;
  static final int DISTANCES = 32;
  static final int LENGTHS = 19;

  /// The code that ends a block.
  static final int END_OF_BLOCK = 256;

  /// In which order the lengths of the codes of code lengths stand.
  private static final byte[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private DeflateCodes() {}

  static int lengthOrder(int at) {
    return LENGTH_ORDER[at];
  }

  /// Entries of bytes, the end of a block, and lengths of matches; those that must not occur have
  /// the value zero.
  static int[] literals() {
    int[] entries = new int[LITERALS];
    for (int symbol = 0; symbol < END_OF_BLOCK; symbol++) {
      entries[symbol] = HuffmanTable.LITERAL | HuffmanTable.entry(symbol, 0);
    }
    entries[END_OF_BLOCK] = HuffmanTable.END;
    int base = 3;
    for (int symbol = 257; symbol < 285; symbol++) {
      int extra = symbol < 265 ? 0 : symbol - 261 >>> 2;
      entries[symbol] = HuffmanTable.entry(base, extra);
      base += 1 << extra;
    }
    entries[285] = HuffmanTable.entry(258, 0);
    return entries;
  }

  /// Entries of distances; those that must not occur have the value zero.
  static int[] distances() {
    int[] entries = new int[DISTANCES];
    int base = 1;
    for (int symbol = 0; symbol < 30; symbol++) {
      int extra = symbol < 4 ? 0 : symbol - 2 >>> 1;
      entries[symbol] = HuffmanTable.entry(base, extra);
      base += 1 << extra;
    }
    return entries;
  }

  /// Entries of code lengths and of how often one is repeated: their value is the symbol.
  static int[] lengths() {
    int[] entries = new int[LENGTHS];
    for (int symbol = 0; symbol < LENGTHS; symbol++) {
      int extra =
          switch (symbol) {
            case 16 -> 2;
            case 17 -> 3;
            case 18 -> 7;
            default -> 0;
          };
      entries[symbol] = HuffmanTable.entry(symbol, extra);
    }
    return entries;
  }

  /// How often at least a symbol of code lengths repeats.
  static int repeats(int symbol) {
    return symbol == 18 ? 11 : 3;
  }

  /// Lengths of the codes of a block that does not tell its own: of literals, then of distances.
  static void fixed(byte[] lengths) {
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, LITERALS, (byte) 8);
    Arrays.fill(lengths, LITERALS, LITERALS + DISTANCES, (byte) 5);
  }
}
