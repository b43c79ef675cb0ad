package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Functions of one square matrix of numbers. A blank or a text in it, or another shape, is
/// `#VALUE!`.
public final class LinearAlgebra {
  /// Larger matrices would keep the server busy for more than about a second.
  private static final int MAX_SIZE = 640;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("MDETERM", a -> solved(a, system -> NumberValue.of(system.determinant())))
              .takes(array("array")),
          function("MINVERSE", a -> solved(a, system -> inverse(a, system)))
              .takes(array("array"))
              .yieldsArray(),
          function("MUNIT", LinearAlgebra::unit)
              .takes(number("dimension"))
              .yieldsArray()
              .since(2013));

  private LinearAlgebra() {}

  private static Value solved(Arguments a, Function<LinearSystem, Value> next) {
    Matrix matrix = a.matrix(0);
    Optional<ErrorValue> error = firstError(matrix);
    if (error.isPresent()) {
      return error.get();
    }
    if (matrix.rows() != matrix.columns()) {
      return ErrorValue.VALUE;
    }
    if (matrix.rows() > MAX_SIZE) {
      return ErrorValue.NUM;
    }
    a.spend(matrix.size() * matrix.rows());
    var rows = new double[matrix.rows()][matrix.rows()];
    for (int i = 0; i < matrix.size(); i++) {
      Scalar element = matrix.at(i);
      if (!(element instanceof NumberValue(double value))) {
        return ErrorValue.VALUE;
      }
      rows[i / matrix.columns()][i % matrix.columns()] = value;
    }
    return next.apply(LinearSystem.of(rows));
  }

  /// Errors come before the shape (observed).
  private static Optional<ErrorValue> firstError(Matrix matrix) {
    return IntStream.range(0, (int) matrix.size())
        .mapToObj(matrix::at)
        .filter(ErrorValue.class::isInstance)
        .map(ErrorValue.class::cast)
        .findFirst();
  }

  private static Value inverse(Arguments a, LinearSystem system) {
    if (system.isSingular()) {
      return ErrorValue.NUM;
    }
    double[][] columns = system.inverse();
    return a.array(
        columns.length, columns.length, (row, column) -> NumberValue.of(columns[column][row]));
  }

  private static Value unit(Arguments a) {
    double size = Math.floor(a.number(0));
    if (size < 1 || size * size > Matrix.MAX_ELEMENTS) {
      return ErrorValue.VALUE;
    }
    return a.array(
        (int) size,
        (int) size,
        (row, column) -> row == column ? NumberValue.ONE : NumberValue.ZERO);
  }
}
