package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.list;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.function.date.Serial;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;

/// Investments with payments on any days.
public final class DatedCashFlows {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("XNPV", DatedCashFlows::worth)
              .takes(plainNumber("rate"), list("values"), list("dates")),
          function("XIRR", DatedCashFlows::rate)
              .takes(list("values"), list("dates"), plainNumber("guess").optional()));

  private DatedCashFlows() {}

  @FunctionalInterface
  private interface Next {
    Scalar of(DatedFlows flows);
  }

  /// Whatever is no number is left out, so that the numbers of values and dates differ, which is
  /// `#NUM!`; so are a rate below 0 and a first date of 0 (observed).
  private static Value worth(Arguments a) {
    double rate = a.number(0);
    if (a.value(1) instanceof LogicalValue || a.value(2) instanceof LogicalValue) {
      return ErrorValue.VALUE;
    }
    return Numbers.of(a, 1, 2)
        .reduce(values ->
            Numbers.of(a, 2, 3)
                .reduce(dates ->
                    rate < 0 || dates.length > 0 && dates[0] < 1 || precedesFirst(dates)
                        ? ErrorValue.NUM
                        : checked(a, values, dates, f -> NumberValue.of(f.worth(rate)))));
  }

  private static boolean precedesFirst(double[] dates) {
    return Arrays.stream(dates).anyMatch(date -> Math.floor(date) < Math.floor(dates[0]));
  }

  /// Unlike `XNPV`: a blank is 0, a text counts as the number or date it reads as, another text or
  /// a logical is `#VALUE!`, dates may stand in any order, and one payment alone is `#N/A`
  /// (observed).
  private static Value rate(Arguments a) {
    double guess = a.has(2) ? a.number(2) : DatedFlows.GUESS;
    return strict(
        a,
        0,
        values ->
            strict(
                a,
                1,
                dates ->
                    guess <= -1
                        ? ErrorValue.NUM
                        : checked(
                            a,
                            values,
                            dates,
                            flows ->
                                values.length == 1
                                    ? ErrorValue.NA
                                    : flows.rate(guess, a.workspace()::checkTime))));
  }

  private static Scalar checked(Arguments a, double[] values, double[] dates, Next next) {
    boolean date1904 = a.workspace().date1904();
    if (values.length != dates.length || values.length == 0) {
      return ErrorValue.NUM;
    }
    for (int i = 0; i < dates.length; i++) {
      dates[i] = Math.floor(dates[i]);
      if (!Serial.isValid(dates[i], date1904)) {
        return ErrorValue.NUM;
      }
    }
    a.spend(values.length);
    return next.of(new DatedFlows(values, dates));
  }

  private static Scalar strict(Arguments a, int place, Numbers.Calculation next) {
    Matrix matrix = Matrix.of(a.value(place), a.workspace());
    long size = (long) matrix.usedRows() * matrix.columns();
    if (size > Matrix.MAX_ELEMENTS) {
      return ErrorValue.NUM;
    }
    var numbers = new double[(int) size];
    for (int i = 0; i < numbers.length; i++) {
      Scalar value = matrix.at(i);
      switch (value instanceof LogicalValue ? ErrorValue.VALUE : a.toNumber(value)) {
        case NumberValue(double number) -> numbers[i] = number;
        case ErrorValue error -> {
          return error;
        }
        case Scalar _ -> {
          return ErrorValue.VALUE;
        }
      }
    }
    return next.of(numbers);
  }
}
