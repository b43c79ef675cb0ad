package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The numbers of an operand, so that arrays are worked out without a box for each element. Only
/// for operands all of whose elements are numbers, or count as such; whatever else there is goes
/// the ordinary way.
///
/// @param rows of the operand
/// @param columns of the operand
/// @param numbers row by row; a single one for an operand of one element
record NumberArray(int rows, int columns, double[] numbers) {
  /// Fewer elements are not worth the preparations.
  private static final int FEWEST = 8;

  /// Works on the left operands, which it replaces by the results; NaN where there is none.
  @FunctionalInterface
  interface Operation {
    void apply(double[] left, double[] right);
  }

  /// Works with numbers: a blank counts as 0, a logical as 0 or 1.
  ///
  /// @return the results; empty where there are no arrays, or something else than numbers
  static Optional<NumberArray> arithmetic(
      Value left, Value right, Frame frame, Operation operation) {
    return of(left, right, true, frame, operation);
  }

  /// Works with numbers one by one.
  ///
  /// @return the results; empty where there is no array, or something else than numbers
  static Optional<NumberArray> arithmetic(
      Value operand, Frame frame, DoubleUnaryOperator operation) {
    return arithmetic(
        operand,
        NumberValue.ZERO,
        frame,
        (numbers, _) -> Arrays.setAll(numbers, at -> operation.applyAsDouble(numbers[at])));
  }

  /// Compares numbers, to 1 or 0: a blank counts as 0.
  ///
  /// @return the results; empty where there are no arrays, or something else than numbers
  static Optional<NumberArray> comparison(
      Value left, Value right, Frame frame, Operation operation) {
    return of(left, right, false, frame, operation);
  }

  /// Compares the cells of a range with a text, to 1 where they hold it and to 0 elsewhere.
  ///
  /// @return the results; empty where there is no such range, or an error in it
  static Optional<NumberArray> equality(Value left, Value right, Frame frame) {
    if (left instanceof TextValue text && right instanceof ReferenceValue reference) {
      return equality(reference, text, frame);
    }
    return left instanceof ReferenceValue reference && right instanceof TextValue text
        ? equality(reference, text, frame)
        : Optional.empty();
  }

  private static Optional<NumberArray> equality(
      ReferenceValue reference, TextValue wanted, Frame frame) {
    Matrix cells = Matrix.of(reference, frame.workspace);
    if (!reference.isSingle() || !isWorthwhile(cells)) {
      return Optional.empty();
    }
    var truths = new double[cells.rows() * cells.columns()];
    frame.evaluation.takeRoom(truths.length);
    // A blank is an empty text here.
    Arrays.fill(truths, wanted.text().isEmpty() ? 1 : 0);
    var error = new boolean[1];
    cells.visit((row, column, value) -> {
      boolean isText = value instanceof TextValue;
      truths[row * cells.columns() + column] =
          isText && Ordering.compare(value, wanted) == 0 ? 1 : 0;
      error[0] |= value instanceof ErrorValue;
      return !error[0];
    });
    return error[0]
        ? Optional.empty()
        : Optional.of(new NumberArray(cells.rows(), cells.columns(), truths));
  }

  private static Optional<NumberArray> of(
      Value left, Value right, boolean takesLogicals, Frame frame, Operation operation) {
    return areArrays(left, right)
        ? of(left, takesLogicals, frame)
            .flatMap(a -> of(right, takesLogicals, frame).flatMap(b -> a.with(b, frame, operation)))
        : Optional.empty();
  }

  /// Of a text nothing can come, which is seen before an array is read.
  private static boolean areArrays(Value left, Value right) {
    return !(left instanceof Scalar && right instanceof Scalar)
        && !(left instanceof TextValue)
        && !(right instanceof TextValue);
  }

  private static Optional<NumberArray> of(Value operand, boolean takesLogicals, Frame frame) {
    return switch (operand) {
      case NumberValue(double number) -> one(number);
      case BlankValue _ -> one(0);
      case LogicalValue logical when takesLogicals -> one(logical.truth() ? 1 : 0);
      case ArrayValue array ->
          (takesLogicals ? array.amounts() : array.numbers())
              .map(numbers -> new NumberArray(array.rows(), array.columns(), numbers));
      case ReferenceValue reference when reference.isSingle() -> read(reference, frame);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<NumberArray> one(double number) {
    return Optional.of(new NumberArray(1, 1, new double[] {number}));
  }

  private static Optional<NumberArray> read(ReferenceValue reference, Frame frame) {
    Matrix cells = Matrix.of(reference, frame.workspace);
    return isWorthwhile(cells)
        ? cells.numbers().map(numbers -> new NumberArray(cells.rows(), cells.columns(), numbers))
        : Optional.empty();
  }

  private static boolean isWorthwhile(Matrix cells) {
    return cells.size() >= FEWEST && cells.size() <= Matrix.MAX_ELEMENTS;
  }

  /// Both operands must have the same shape, or one of them one element.
  private Optional<NumberArray> with(NumberArray right, Frame frame, Operation operation) {
    boolean fits = isOne() || right.isOne() || rows == right.rows && columns == right.columns;
    NumberArray larger = isOne() ? right : this;
    if (!fits || larger.isOne()) {
      return Optional.empty();
    }
    int count = larger.numbers.length;
    frame.evaluation.takeRoom(count);
    double[] results = isOne() ? filled(this, count) : numbers.clone();
    operation.apply(results, right.isOne() ? filled(right, count) : right.numbers);
    return Matrix.areNumbers(results)
        ? Optional.of(new NumberArray(larger.rows, larger.columns, results))
        : Optional.empty();
  }

  private static double[] filled(NumberArray one, int count) {
    var numbers = new double[count];
    Arrays.fill(numbers, one.numbers[0]);
    return numbers;
  }

  private boolean isOne() {
    return numbers.length == 1;
  }

  /// 1 in place of 0, and 0 in place of all else.
  NumberArray negated() {
    var truths = new double[numbers.length];
    Arrays.setAll(truths, at -> numbers[at] == 0 ? 1 : 0);
    return new NumberArray(rows, columns, truths);
  }

  /// The same as an array of numbers.
  ArrayValue array() {
    return ArrayValue.ofNumbers(rows, columns, numbers);
  }

  /// The same as an array of logicals, TRUE for all but 0.
  ArrayValue logicals() {
    return ArrayValue.ofLogicals(rows, columns, numbers);
  }
}
