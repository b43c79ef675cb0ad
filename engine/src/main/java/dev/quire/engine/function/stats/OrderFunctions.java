package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Functions that rank and pick by order.
public final class OrderFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("LARGE", a -> sorted(a, numbers -> nth(numbers, a.number(1), true)))
              .takes(any("array"), number("k")),
          function("SMALL", a -> sorted(a, numbers -> nth(numbers, a.number(1), false)))
              .takes(any("array"), number("k")),
          function("PERCENTILE", a -> sorted(a, numbers -> inclusive(numbers, a.number(1))))
              .takes(any("array"), number("k")),
          function("PERCENTILE.INC", a -> sorted(a, numbers -> inclusive(numbers, a.number(1))))
              .takes(any("array"), number("k")),
          function("PERCENTILE.EXC", a -> sorted(a, numbers -> exclusive(numbers, a.number(1))))
              .takes(any("array"), number("k")),
          function("QUARTILE", a -> sorted(a, numbers -> quartile(numbers, a.number(1))))
              .takes(any("array"), number("quart")),
          function("QUARTILE.INC", a -> sorted(a, numbers -> quartile(numbers, a.number(1))))
              .takes(any("array"), number("quart")),
          function("RANK", a -> rank(a, false))
              .takes(number("number"), any("ref"), number("order").optional()),
          function("RANK.EQ", a -> rank(a, false))
              .takes(number("number"), any("ref"), number("order").optional()),
          function("RANK.AVG", a -> rank(a, true))
              .takes(number("number"), any("ref"), number("order").optional()),
          function("MODE", a -> Numbers.of(a, 0).reduce(OrderFunctions::mode))
              .takes(any("number").repeating()),
          function("MODE.SNGL", a -> Numbers.of(a, 0).reduce(OrderFunctions::mode))
              .takes(any("number").repeating()));

  private OrderFunctions() {}

  /// The numbers of the first argument in rising order; none is `#NUM!`.
  private static Value sorted(Arguments a, Numbers.Calculation calculation) {
    return Numbers.of(a, 0, 1)
        .reduce(numbers -> {
          Arrays.sort(numbers);
          return numbers.length == 0 ? ErrorValue.NUM : calculation.of(numbers);
        });
  }

  static Scalar nth(double[] numbers, double k, boolean fromTop) {
    int place = (int) Math.ceil(k);
    if (place < 1 || place > numbers.length) {
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
    return Numbers.of(a, 1, 2)
        .reduce(numbers -> {
          long equal = Arrays.stream(numbers).filter(other -> other == number).count();
          long before =
              Arrays.stream(numbers)
                  .filter(other -> rising ? other < number : other > number)
                  .count();
          double shift = average ? (equal - 1) / 2.0 : 0;
          return equal == 0 ? ErrorValue.NA : new NumberValue(before + 1 + shift);
        });
  }

  /// The first number that comes most often; `#N/A` when none comes twice.
  static Scalar mode(double[] numbers) {
    Map<Double, Integer> counts = new LinkedHashMap<>();
    for (double number : numbers) {
      counts.merge(number, 1, Integer::sum);
    }
    Scalar best = ErrorValue.NA;
    int most = 1;
    for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = new NumberValue(entry.getKey());
      }
    }
    return best;
  }
}
