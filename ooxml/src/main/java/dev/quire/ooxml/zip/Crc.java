package dev.quire.ooxml.zip;

import java.util.zip.CRC32;

/// CRC-32 as zip archives use it, as arithmetic: the checksum of texts in a row follows from those
/// of each, without a look at the texts. It is the text's polynomial over GF(2) modulo a fixed one;
/// a text behind another shifts that by its length.
final class Crc {
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int ONE = 1 << 31;

  private Crc() {}

  /// The checksum of some bytes.
  static int of(byte[] bytes, int from, int to) {
    var crc = new CRC32();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  /// The checksum of two texts in a row.
  ///
  /// @param secondBytes length of the second one
  static int join(int first, int second, long secondBytes) {
    return shift(first, secondBytes) ^ second;
  }

  /// What a difference between two checksums becomes when as many same bytes follow on both sides.
  static int shift(int crc, long bytes) {
    int power = ONE >>> 8;
    int product = crc;
    for (long left = bytes; left != 0; left >>>= 1) {
      if ((left & 1) != 0) {
        product = times(power, product);
      }
      power = times(power, power);
    }
    return product;
  }

  /// The product of two polynomials whose highest bit is that of the constant.
  private static int times(int one, int other) {
    int product = 0;
    int shifted = other;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((one & bit) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ POLYNOMIAL;
    }
    return product;
  }
}
