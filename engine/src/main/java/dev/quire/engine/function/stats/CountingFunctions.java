package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.range;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.Conditional;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Predicate;

/// Functions that count cells.
public final class CountingFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("COUNT", CountingFunctions::count).takes(any("value").repeating()),
          function("COUNTA", CountingFunctions::countA).takes(any("value").repeating()),
          function("COUNTBLANK", CountingFunctions::countBlank).takes(range("range")),
          function("COUNTIF", CountingFunctions::countIfs).takes(range("range"), item("criteria")),
          function("COUNTIFS", CountingFunctions::countIfs)
              .takes(range("criteria_range").repeating(), item("criteria").repeating()));

  private CountingFunctions() {}

  /// Of cells and arrays only numbers count; what is written directly also when it turns into one.
  private static Value count(Arguments a) {
    return counted(
        a, NumberValue.class::isInstance, written -> a.toNumber(written) instanceof NumberValue);
  }

  private static Value countA(Arguments a) {
    return counted(a, _ -> true, _ -> true);
  }

  private static Value counted(Arguments a, Predicate<Scalar> inCells, Predicate<Scalar> written) {
    long count = 0;
    for (int place = 0; place < a.count(); place++) {
      count +=
          switch (a.value(place)) {
            case Scalar scalar -> written.test(scalar) ? 1 : 0;
            case ArrayValue array -> count(Matrix.of(array, a.workspace()), inCells);
            case ReferenceValue reference -> count(reference, a, inCells);
            case FunctionValue _ -> written.test(ErrorValue.CALC) ? 1 : 0;
          };
    }
    return new NumberValue(count);
  }

  private static long count(ReferenceValue reference, Arguments a, Predicate<Scalar> wanted) {
    long count = 0;
    for (ReferenceValue.Part part : reference.parts()) {
      Value single = ReferenceValue.of(part.sheet(), part.area());
      count += count(Matrix.of(single, a.workspace()), wanted);
    }
    return count;
  }

  private static long count(Matrix matrix, Predicate<Scalar> wanted) {
    var count = new long[1];
    matrix.visit((_, _, value) -> {
      count[0] += wanted.test(value) ? 1 : 0;
      return true;
    });
    return count[0];
  }

  /// Empty texts count as blank.
  private static Value countBlank(Arguments a) {
    Matrix matrix = a.matrix(0);
    return new NumberValue(matrix.size() - count(matrix, value -> !value.equals(TextValue.EMPTY)));
  }

  private static Value countIfs(Arguments a) {
    if (a.count() % 2 != 0) {
      return ErrorValue.VALUE;
    }
    Conditional conditional = Conditional.of(a, 0, a.count());
    return conditional.isEven() ? new NumberValue(conditional.count()) : ErrorValue.VALUE;
  }
}
