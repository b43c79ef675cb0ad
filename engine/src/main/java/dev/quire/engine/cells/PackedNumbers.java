package dev.quire.engine.cells;

import org.jspecify.annotations.Nullable;

/// Numbers of few digits in half the room: whole numbers, or amounts with up to four decimals, as
/// most columns of real workbooks hold them. Gives back the same bits that were taken in, so it
/// takes no negative zero. Immutable.
final class PackedNumbers {
  private static final double[] POWERS = {1, 10, 100, 1_000, 10_000};

  private final int[] units;

  /// How many of the units make 1. The quotient of two exact doubles is the double nearest to the
  /// decimal number, and that is what reading its digits gave.
  private final double scale;

  private PackedNumbers(int[] units, double scale) {
    this.units = units;
    this.scale = scale;
  }

  /// The same numbers, packed; null when one of them has too many digits.
  static @Nullable PackedNumbers of(double[] numbers) {
    int power = 0;
    for (double number : numbers) {
      while (!fits(number, POWERS[power])) {
        if (++power == POWERS.length) {
          return null;
        }
      }
    }
    // What fits a scale fits a finer one too, unless its units become too many.
    var units = new int[numbers.length];
    for (int at = 0; at < units.length; at++) {
      if (!fits(numbers[at], POWERS[power])) {
        return null;
      }
      units[at] = units(numbers[at], POWERS[power]);
    }
    return new PackedNumbers(units, POWERS[power]);
  }

  private static int units(double number, double scale) {
    return (int) Math.rint(number * scale);
  }

  private static boolean fits(double number, double scale) {
    return Double.doubleToRawLongBits(units(number, scale) / scale)
        == Double.doubleToRawLongBits(number);
  }

  double number(int at) {
    return units[at] / scale;
  }

  double[] unpacked() {
    int[] from = units;
    double by = scale;
    var numbers = new double[from.length];
    for (int at = 0; at < from.length; at++) {
      numbers[at] = from[at] / by;
    }
    return numbers;
  }
}
