package dev.quire.ooxml.part;

import java.math.BigInteger;

/// Rounds decimal numbers to the nearest double with one or two multiplications of 64 bits (Lemire,
/// Number parsing at a gigabyte per second, 2021), which Java's own way takes ten times as long
/// for.
final class DecimalRounding {
  /// The lowest power of ten.
  static final int LOWEST = -27;

  private static final int WORD = 64;
  private static final BigInteger LOW_WORD =
      BigInteger.ONE.shiftLeft(WORD).subtract(BigInteger.ONE);

  /// The 128 leading bits of the powers of five from the lowest to that of 0.
  private static final long[] HIGH = new long[1 - LOWEST];

  private static final long[] LOW = new long[1 - LOWEST];

  static {
    for (int power = LOWEST; power <= 0; power++) {
      BigInteger bits = leadingBits(-power);
      HIGH[power - LOWEST] = bits.shiftRight(WORD).longValue();
      LOW[power - LOWEST] = bits.and(LOW_WORD).longValue();
    }
  }

  private DecimalRounding() {}

  /// The leading bits of `5^-power`, rounded up where they go on for ever.
  private static BigInteger leadingBits(int power) {
    if (power == 0) {
      return BigInteger.ONE.shiftLeft(2 * WORD - 1);
    }
    BigInteger five = BigInteger.valueOf(5).pow(power);
    int bits = five.subtract(BigInteger.ONE).bitLength() + 2 * WORD - 1;
    return BigInteger.ONE.shiftLeft(bits).divide(five).add(BigInteger.ONE);
  }

  /// The double next to `digits * 10^power`; NaN when that cannot be told this way.
  ///
  /// @param digits not negative
  /// @param power from [#LOWEST] to 0
  static double rounded(long digits, int power) {
    if (digits == 0) {
      return 0;
    }
    int shift = Long.numberOfLeadingZeros(digits);
    long number = digits << shift;
    long high = Math.unsignedMultiplyHigh(number, HIGH[power - LOWEST]);
    long low = number * HIGH[power - LOWEST];
    if ((high & 0x1FF) == 0x1FF && Long.compareUnsigned(low + number, number) < 0) {
      long carried = low + Math.unsignedMultiplyHigh(number, LOW[power - LOWEST]);
      high += Long.compareUnsigned(carried, low) < 0 ? 1 : 0;
      low = carried;
      if ((high & 0x1FF) == 0x1FF && low == -1) {
        return Double.NaN;
      }
    }
    int top = (int) (high >>> 63);
    long mantissa = high >>> (top + 9);
    boolean isHalfway = low == 0 && (high & 0x1FF) == 0 && (mantissa & 3) == 1;
    if (isHalfway) {
      return Double.NaN;
    }
    int leading = shift + (1 ^ top);
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa >= 1L << 53) {
      mantissa = 1L << 52;
      leading--;
    }
    long exponent = ((217_706L * power) >> 16) + 1024 + 63 - leading;
    return Double.longBitsToDouble(mantissa & ~(1L << 52) | exponent << 52);
  }
}
