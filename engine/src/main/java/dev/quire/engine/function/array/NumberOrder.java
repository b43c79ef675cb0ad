package dev.quire.engine.function.array;

/// Brings numbers into order; equal ones stay as they are. Goes through the digits of their bits
/// from the last to the first and puts the numbers into heaps by each (Knuth, The Art of Computer
/// Programming 3, 5.2.5, sorting by distribution), which takes a few passes however many there are.
final class NumberOrder {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int PASSES = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;

  private NumberOrder() {}

  /// The places of the numbers in rising order.
  ///
  /// @param numbers without NaN
  static int[] sorted(double[] numbers) {
    var keys = new long[numbers.length];
    var order = new int[numbers.length];
    var counts = new int[PASSES][DIGITS];
    for (int at = 0; at < numbers.length; at++) {
      order[at] = at;
      keys[at] = key(numbers[at]);
      for (int pass = 0; pass < PASSES; pass++) {
        counts[pass][digit(keys[at], pass)]++;
      }
    }
    var spareKeys = new long[numbers.length];
    var spare = new int[numbers.length];
    for (int pass = 0; pass < PASSES; pass++) {
      if (!begin(counts[pass], numbers.length)) {
        continue;
      }
      for (int at = 0; at < numbers.length; at++) {
        int to = counts[pass][digit(keys[at], pass)]++;
        spareKeys[to] = keys[at];
        spare[to] = order[at];
      }
      long[] sortedKeys = spareKeys;
      spareKeys = keys;
      keys = sortedKeys;
      int[] sorted = spare;
      spare = order;
      order = sorted;
    }
    return order;
  }

  /// Bits that rise with the number, read without a sign; both zeros are one.
  private static long key(double number) {
    long bits = Double.doubleToRawLongBits(number + 0.0);
    return bits ^ (bits >> Long.SIZE - 1 | Long.MIN_VALUE);
  }

  private static int digit(long key, int pass) {
    return (int) (key >>> pass * DIGIT_BITS) & DIGITS - 1;
  }

  /// Makes of how often each digit comes where its heap begins.
  ///
  /// @return whether there is more than one heap
  private static boolean begin(int[] counts, int all) {
    int next = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = counts[digit];
      if (count == all) {
        return false;
      }
      counts[digit] = next;
      next += count;
    }
    return true;
  }
}
