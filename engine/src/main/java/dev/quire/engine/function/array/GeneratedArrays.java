package dev.quire.engine.function.array;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.random.RandomGenerator;

/// Functions that make arrays from nothing.
public final class GeneratedArrays {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SEQUENCE", GeneratedArrays::sequence)
              .since(2021)
              .yieldsArray()
              .takes(
                  number("rows"),
                  number("columns").optional(),
                  number("start").optional(),
                  number("step").optional()),
          function("RANDARRAY", GeneratedArrays::random)
              .since(2021)
              .yieldsArray()
              .takes(
                  number("rows").optional(),
                  number("columns").optional(),
                  number("min").optional(),
                  number("max").optional(),
                  logical("integer").optional())
              .everChanging());

  private GeneratedArrays() {}

  private static double given(Arguments a, int place, double otherwise) {
    return a.has(place) ? a.number(place) : otherwise;
  }

  private static Value sequence(Arguments a) {
    double start = given(a, 2, 1);
    double step = given(a, 3, 1);
    double rows = WholeNumber.floor(given(a, 0, 1));
    double columns = WholeNumber.floor(given(a, 1, 1));
    return generated(
        a, rows, columns, (row, column) -> NumberValue.of(start + step * (row * columns + column)));
  }

  private static Value random(Arguments a) {
    double least = given(a, 2, 0);
    double most = given(a, 3, 1);
    boolean whole = a.logical(4, false);
    double rows = (long) given(a, 0, 1);
    double columns = (long) given(a, 1, 1);
    if (rows >= 0 && columns >= 0 && rows * columns == 0) {
      // Where nothing is to be drawn, the bounds do not matter (O).
      return ErrorValue.CALC;
    }
    if (least > most || whole && (least != Math.rint(least) || most != Math.rint(most))) {
      return ErrorValue.VALUE;
    }
    RandomGenerator random = a.workspace().random();
    return whole
        ? generated(
            a,
            rows,
            columns,
            (_, _) -> NumberValue.of(least + Math.floor(random.nextDouble() * (most - least + 1))))
        : generated(
            a,
            rows,
            columns,
            (_, _) -> NumberValue.of(least + random.nextDouble() * (most - least)));
  }

  private static Value generated(
      Arguments a, double rows, double columns, ArrayValue.Filler filler) {
    return rows < 0 || columns < 0 || rows > Grid.ROWS || columns > Grid.COLUMNS
        ? ErrorValue.VALUE
        : a.array((int) rows, (int) columns, filler);
  }
}
