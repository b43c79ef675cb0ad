package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.range;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.CellScan;
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

  private static final Predicate<Scalar> ANYTHING = _ -> true;

  private CountingFunctions() {}

  /// Of cells and arrays only numbers count; what is written directly also when it turns into one.
  private static Value count(Arguments a) {
    return counted(
        a, NumberValue.class::isInstance, written -> a.toNumber(written) instanceof NumberValue);
  }

  private static Value countA(Arguments a) {
    return counted(a, ANYTHING, ANYTHING);
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
      Matrix matrix = Matrix.of(single, a.workspace());
      count += wanted == ANYTHING ? matrix.stored() : count(matrix, wanted);
    }
    return count;
  }

  private static long count(Matrix matrix, Predicate<Scalar> wanted) {
    var tally = new Tally(wanted);
    matrix.scan(tally);
    return tally.count;
  }

  /// Counts the values wanted. Numbers are all wanted or none is.
  private static final class Tally implements CellScan {
    private final Predicate<Scalar> wanted;
    private final boolean wantsNumbers;
    private long count;

    Tally(Predicate<Scalar> wanted) {
      this.wanted = wanted;
      this.wantsNumbers = wanted.test(NumberValue.ZERO);
    }

    @Override
    public boolean numbers(int row, int column, double[] lane, int from, int to) {
      count += wantsNumbers ? to - from : 0;
      return true;
    }

    @Override
    public boolean other(int row, int column, Scalar value) {
      count += wanted.test(value) ? 1 : 0;
      return true;
    }
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
