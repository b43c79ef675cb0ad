package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.elements;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.function.stats.Summary.Skips;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// `SUBTOTAL` and `AGGREGATE`: one of several calculations, chosen by its number, over cells that
/// are no subtotals themselves.
///
/// Rows hidden by a filter are not told from rows hidden by hand: functions 1 to 11 of `SUBTOTAL`,
/// which Excel lets pass over filtered rows only, count all hidden rows; 101 to 111 count none.
public final class Subtotals {
  /// Added to the number of a function that passes over hidden rows.
  private static final int VISIBLE_ONLY = 100;

  private static final int SUBTOTAL_FUNCTIONS = 11;
  private static final int MOST_OPTIONS = 7;

  /// By number, from 1.
  private static final List<Function<Summary, Scalar>> FUNCTIONS =
      List.of(
          over(Spread::average),
          summary -> new NumberValue(summary.numberCount()),
          summary -> new NumberValue(summary.valueCount()),
          over(numbers -> new NumberValue(Arrays.stream(numbers).max().orElse(0))),
          over(numbers -> new NumberValue(Arrays.stream(numbers).min().orElse(0))),
          over(Numbers::product),
          over(numbers -> Spread.deviation(numbers, 1)),
          over(numbers -> Spread.deviation(numbers, 0)),
          over(numbers -> NumberValue.of(Spread.sum(numbers))),
          over(numbers -> Spread.variance(numbers, 1)),
          over(numbers -> Spread.variance(numbers, 0)),
          over(StatisticsFunctions::median),
          over(FrequencyFunctions::mode));

  /// The function of [#FUNCTIONS] that looks for the first number of several, row by row (O).
  private static final int MODE = 13;

  /// Those that take a second argument, by number from the first after [#FUNCTIONS].
  private static final List<Ranked> RANKED =
      List.of(
          (numbers, k) -> OrderFunctions.nth(numbers, k, true),
          (numbers, k) -> OrderFunctions.nth(numbers, k, false),
          OrderFunctions::inclusive,
          OrderFunctions::quartile,
          OrderFunctions::exclusive,
          (numbers, quart) -> OrderFunctions.exclusive(numbers, Math.floor(quart) / 4));

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SUBTOTAL", Subtotals::subtotal)
              .takes(number("function_num"), any("ref").repeating()),
          function("AGGREGATE", Subtotals::aggregate)
              .since(2010)
              .yieldsArray()
              .takes(number("function_num"), number("options"), elements("ref").repeating()));

  private Subtotals() {}

  @FunctionalInterface
  private interface Ranked {
    /// The result for numbers in rising order, at least one.
    Scalar of(double[] numbers, double k);
  }

  private static Function<Summary, Scalar> over(Calculation calculation) {
    return summary -> summary.reduce(calculation);
  }

  private static Value subtotal(Arguments a) {
    int chosen = (int) a.number(0);
    boolean visibleOnly = chosen > VISIBLE_ONLY;
    int number = visibleOnly ? chosen - VISIBLE_ONLY : chosen;
    return number < 1 || number > SUBTOTAL_FUNCTIONS
        ? ErrorValue.VALUE
        : summarized(a, 1, number, new Skips(true, visibleOnly, false, true));
  }

  private static Value aggregate(Arguments a) {
    int number = (int) a.number(0);
    double options = Math.floor(a.number(1));
    if (number < 1
        || number > FUNCTIONS.size() + RANKED.size()
        || options < 0
        || options > MOST_OPTIONS) {
      return ErrorValue.VALUE;
    }
    Skips skips = skips((int) options);
    return number <= FUNCTIONS.size()
        ? summarized(a, 2, number, skips)
        : ranked(a, RANKED.get(number - FUNCTIONS.size() - 1), skips);
  }

  /// Bit 0 of the options is for hidden rows, bit 1 for errors; from 4 on subtotals count.
  private static Skips skips(int options) {
    return new Skips(false, (options & 1) != 0, (options & 2) != 0, options < 4);
  }

  /// Takes cells only, and those of one sheet.
  private static Value summarized(Arguments a, int from, int number, Skips skips) {
    var summary = new Summary(a, skips);
    for (int place = from; place < a.count(); place++) {
      Value value = a.value(place);
      if (!(value instanceof ReferenceValue reference) || isAcrossSheets(reference)) {
        return value instanceof ErrorValue ? value : ErrorValue.VALUE;
      }
      if (number == MODE) {
        summary.addRowByRow(reference);
      } else {
        summary.add(reference);
      }
    }
    return FUNCTIONS.get(number - 1).apply(summary);
  }

  private static boolean isAcrossSheets(ReferenceValue reference) {
    return reference.parts().stream().anyMatch(part -> part.sheet() != reference.first().sheet());
  }

  /// Takes cells or an array, and one or several places to look at.
  private static Value ranked(Arguments a, Ranked function, Skips skips) {
    if (a.count() != 4) {
      return ErrorValue.VALUE;
    }
    var summary = new Summary(a, skips);
    switch (a.value(2)) {
      case ReferenceValue reference when !isAcrossSheets(reference) -> summary.add(reference);
      case ArrayValue array -> summary.add(array);
      case ErrorValue error -> {
        return error;
      }
      case Value _ -> {
        return ErrorValue.VALUE;
      }
    }
    if (summary.error().isPresent()) {
      return summary.error().get();
    }
    double[] numbers = summary.numbers();
    Arrays.sort(numbers);
    Matrix places = a.matrix(3);
    return places.size() == 1
        ? ranked(a, function, numbers, places.at(0))
        : a.array(
            places.rows(),
            places.columns(),
            (row, column) -> ranked(a, function, numbers, places.at(row, column)));
  }

  private static Scalar ranked(Arguments a, Ranked function, double[] numbers, Scalar place) {
    return switch (a.toNumber(place)) {
      case NumberValue(double k) -> numbers.length == 0 ? ErrorValue.NUM : function.of(numbers, k);
      case Scalar error -> error;
    };
  }
}
