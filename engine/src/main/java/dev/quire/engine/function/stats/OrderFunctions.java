package dev.quire.engine.function.stats;

import static dev.quire.engine.function.Parameters.list;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.stats.Twins.modern;
import static dev.quire.engine.function.stats.Twins.plain;
import static dev.quire.engine.function.stats.Twins.table;
import static dev.quire.engine.function.stats.Twins.twins;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that rank and pick by order.
public final class OrderFunctions {
  /// More digits a double does not hold.
  private static final double MOST_DIGITS = 17;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      table(
          plain(
              "LARGE", a -> sorted(a, n -> nth(n, a.number(1), true)), list("array"), number("k")),
          plain(
              "SMALL", a -> sorted(a, n -> nth(n, a.number(1), false)), list("array"), number("k")),
          twins(
              "PERCENTILE.INC",
              "PERCENTILE",
              a -> sorted(a, n -> inclusive(n, a.number(1))),
              list("array"),
              number("k")),
          modern(
              "PERCENTILE.EXC",
              a -> sorted(a, n -> exclusive(n, a.number(1))),
              list("array"),
              number("k")),
          twins(
              "QUARTILE.INC",
              "QUARTILE",
              a -> sorted(a, n -> quartile(n, a.number(1))),
              list("array"),
              number("quart")),
          modern(
              "QUARTILE.EXC",
              a -> sorted(a, n -> exclusive(n, Math.floor(a.number(1)) / 4)),
              list("array"),
              number("quart")),
          twins(
              "RANK.EQ",
              "RANK",
              a -> rank(a, false),
              number("number"),
              list("ref"),
              number("order").optional()),
          modern(
              "RANK.AVG",
              a -> rank(a, true),
              number("number"),
              list("ref"),
              number("order").optional()),
          twins(
              "PERCENTRANK.INC",
              "PERCENTRANK",
              a -> percentRank(a, 0),
              list("array"),
              number("x"),
              number("significance").optional()),
          modern(
              "PERCENTRANK.EXC",
              a -> percentRank(a, 1),
              list("array"),
              number("x"),
              number("significance").optional()));

  private OrderFunctions() {}

  /// The numbers of the first argument in rising order; none is `#NUM!`.
  private static Value sorted(Arguments a, Numbers.Calculation calculation) {
    return Numbers.sorted(
        a, 0, numbers -> numbers.length == 0 ? ErrorValue.NUM : calculation.of(numbers));
  }

  /// Excel counts from the bottom and cuts the place off, so that from the top it is rounded up; a
  /// place below 1 is none in either case (O).
  static Scalar nth(double[] numbers, double k, boolean fromTop) {
    int place = (int) (fromTop ? Math.ceil(k) : Math.floor(k));
    if (k < 1 || place > numbers.length) {
      return ErrorValue.NUM;
    }
    return new NumberValue(numbers[fromTop ? numbers.length - place : place - 1]);
  }

  static Scalar inclusive(double[] numbers, double k) {
    return k < 0 || k > 1 ? ErrorValue.NUM : between(numbers, k * (numbers.length - 1));
  }

  static Scalar exclusive(double[] numbers, double k) {
    double place = k * (numbers.length + 1);
    return k <= 0 || k >= 1 || place < 1 || place > numbers.length
        ? ErrorValue.NUM
        : between(numbers, place - 1);
  }

  static Scalar quartile(double[] numbers, double quart) {
    double whole = Math.floor(quart);
    return whole < 0 || whole > 4 ? ErrorValue.NUM : inclusive(numbers, whole / 4);
  }

  /// The number at a place that may lie between two.
  private static Scalar between(double[] numbers, double place) {
    int below = (int) Math.floor(place);
    double rest = place - below;
    return NumberValue.of(
        rest == 0 ? numbers[below] : numbers[below] + rest * (numbers[below + 1] - numbers[below]));
  }

  private static Value rank(Arguments a, boolean average) {
    double number = a.number(0);
    boolean rising = a.number(2, 0) != 0;
    return Numbers.sorted(
        a,
        1,
        numbers -> {
          int below = notAbove(numbers, Math.nextDown(number));
          int upTo = notAbove(numbers, number);
          int equal = upTo - below;
          int before = rising ? below : numbers.length - upTo;
          double shift = average ? (equal - 1) / 2.0 : 0;
          return equal == 0 ? ErrorValue.NA : new NumberValue(before + 1 + shift);
        });
  }

  /// How many of sorted numbers are not above another.
  private static int notAbove(double[] numbers, double limit) {
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isAbove = numbers[middle] > limit;
      low = isAbove ? low : middle + 1;
      high = isAbove ? middle : high;
    }
    return low;
  }

  /// Where a number stands among the others, from 0 to 1, cut off after some digits. Without others
  /// there is no place for it, `#N/A` (O).
  ///
  /// @param outside how many places are thought of before the first and after the last number
  private static Value percentRank(Arguments a, int outside) {
    double x = a.number(1);
    double digits = a.count() > 2 ? Math.floor(a.number(2)) : 3;
    if (digits < 1) {
      return ErrorValue.NUM;
    }
    return Numbers.sorted(
        a,
        0,
        numbers -> {
          int last = numbers.length - 1;
          if (last < 0 || x < numbers[0] || x > numbers[last]) {
            return ErrorValue.NA;
          }
          double places = last + 2.0 * outside;
          double share = places == 0 ? 1 : (place(numbers, x) + outside) / places;
          return NumberValue.of(cut(share, digits));
        });
  }

  /// The place of a number among sorted ones; between two it is told by its distance from both.
  private static double place(double[] numbers, double x) {
    int after = notAbove(numbers, Math.nextDown(x));
    return numbers[after] == x
        ? after
        : after - 1 + (x - numbers[after - 1]) / (numbers[after] - numbers[after - 1]);
  }

  private static double cut(double share, double digits) {
    double scale = Math.pow(10, Math.min(digits, MOST_DIGITS));
    double scaled = share * scale;
    // 0.29 · 100 is a rounding short of 29.
    double near = Math.rint(scaled);
    return (Math.abs(near - scaled) <= Math.ulp(scaled) ? near : Math.floor(scaled)) / scale;
  }
}
