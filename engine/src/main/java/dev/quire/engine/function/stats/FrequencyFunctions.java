package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.elements;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// How often numbers come.
public final class FrequencyFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("FREQUENCY", FrequencyFunctions::frequency)
              .yieldsArray()
              .takes(any("data_array"), any("bins_array")),
          function("MODE", FrequencyFunctions::mode).takes(elements("number").repeating()),
          function("MODE.SNGL", FrequencyFunctions::mode)
              .takes(elements("number").repeating())
              .since(2010),
          function("MODE.MULT", FrequencyFunctions::modes)
              .yieldsArray()
              .takes(elements("number").repeating())
              .since(2010),
          function("PROB", FrequencyFunctions::probability)
              .takes(
                  array("x_range"),
                  array("prob_range"),
                  number("lower_limit"),
                  number("upper_limit").optional()));

  private FrequencyFunctions() {}

  /// Counts the numbers up to each bound and beyond the one before, in the order of the bounds; the
  /// last row counts those beyond all. A bound that comes again counts nothing.
  private static Value frequency(Arguments a) {
    return Numbers.of(a, 0, 1)
        .apply(data -> Numbers.of(a, 1, 2).apply(bounds -> column(a, counts(data, bounds))));
  }

  private static Value column(Arguments a, double[] numbers) {
    return numbers.length == 0
        ? ErrorValue.NA
        : a.array(numbers.length, 1, (row, _) -> new NumberValue(numbers[row]));
  }

  private static double[] counts(double[] data, double[] bounds) {
    Arrays.sort(data);
    double[] distinct = Arrays.stream(bounds).sorted().distinct().toArray();
    int[] upTo = upTo(data, distinct);
    var counted = new boolean[distinct.length];
    var counts = new double[bounds.length + 1];
    for (int i = 0; i < bounds.length; i++) {
      int at = Arrays.binarySearch(distinct, bounds[i]);
      if (!counted[at]) {
        counted[at] = true;
        counts[i] = upTo[at + 1] - upTo[at];
      }
    }
    counts[bounds.length] = data.length - upTo[distinct.length];
    return counts;
  }

  /// How many numbers are not greater than each bound, after a 0; both are sorted.
  private static int[] upTo(double[] numbers, double[] bounds) {
    var upTo = new int[bounds.length + 1];
    int at = 0;
    for (int i = 0; i < bounds.length; i++) {
      while (at < numbers.length && numbers[at] <= bounds[i]) {
        at++;
      }
      upTo[i + 1] = at;
    }
    return upTo;
  }

  private static Value mode(Arguments a) {
    return listed(a, FrequencyFunctions::mode);
  }

  /// Other than for most functions, what is written directly and single cells must be numbers;
  /// after a range those that are none are left out (O).
  private static Value listed(Arguments a, Function<double[], Value> calculation) {
    var numbers = DoubleStream.builder();
    boolean afterRange = false;
    for (int place = 0; place < a.count(); place++) {
      Value value = a.value(place);
      boolean fits = !isSingle(value) || a.topLeft(value) instanceof NumberValue;
      if (!fits && (!afterRange || a.topLeft(value) instanceof ErrorValue)) {
        return a.topLeft(value) instanceof ErrorValue error ? error : ErrorValue.VALUE;
      }
      ErrorValue error = fits ? Numbers.each(a, place, place + 1, numbers::add) : null;
      if (error != null) {
        return error;
      }
      afterRange |= !isSingle(value);
    }
    double[] list = numbers.build().toArray();
    a.spend(list.length);
    return calculation.apply(list);
  }

  private static boolean isSingle(Value value) {
    return value instanceof Scalar
        || value instanceof ReferenceValue cells
            && cells.isSingle()
            && cells.first().area().isCell();
  }

  /// The first number that comes most often; `#N/A` when none comes twice.
  static Scalar mode(double[] numbers) {
    double[] modes = modes(numbers);
    return modes.length == 0 ? ErrorValue.NA : new NumberValue(modes[0]);
  }

  private static Value modes(Arguments a) {
    return listed(a, numbers -> column(a, modes(numbers)));
  }

  /// All numbers that come most often, and at least twice, in the order of their first coming.
  private static double[] modes(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double[] modes = commonest(sorted);
    var shown = new boolean[modes.length];
    var inOrder = DoubleStream.builder();
    for (double number : modes.length == 0 ? modes : numbers) {
      int at = Arrays.binarySearch(modes, number);
      if (at >= 0 && !shown[at]) {
        shown[at] = true;
        inOrder.add(number);
      }
    }
    return inOrder.build().toArray();
  }

  /// The numbers that come most often, and at least twice, in rising order.
  private static double[] commonest(double[] sorted) {
    var modes = new double[sorted.length / 2];
    int count = 0;
    int most = 2;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from >= most) {
        count = to - from > most ? 0 : count;
        most = to - from;
        modes[count++] = sorted[from];
      }
    }
    return Arrays.copyOf(modes, count);
  }

  /// The probability of values from one limit to another, or of exactly one.
  private static Value probability(Arguments a) {
    double low = a.number(2);
    double high = a.has(3) ? a.number(3) : low;
    return Pairs.reduce(a, 0, 1, pairs -> probability(pairs, low, high));
  }

  /// The chances have to come to 1 in 15 digits. That each is one is not asked, although the page
  /// of the function says so (O).
  private static Scalar probability(Pairs pairs, double low, double high) {
    double all = 0;
    double inside = 0;
    for (int i = 0; i < pairs.count(); i++) {
      double chance = pairs.y()[i];
      all += chance;
      inside += pairs.x()[i] >= low && pairs.x()[i] <= high ? chance : 0;
    }
    if (pairs.count() == 0) {
      return ErrorValue.DIV0;
    }
    return Ordering.equalIn15Digits(all, 1) ? NumberValue.of(inside) : ErrorValue.NUM;
  }
}
