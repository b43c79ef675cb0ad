package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/// Functions that work through several arrays side by side.
public final class MatrixFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SUMPRODUCT", MatrixFunctions::sumProduct).takes(array("array").repeating()),
          function("SUMX2MY2", a -> summed(a, (x, y) -> x * x - y * y))
              .takes(array("array_x"), array("array_y")),
          function("SUMX2PY2", a -> summed(a, (x, y) -> x * x + y * y))
              .takes(array("array_x"), array("array_y")),
          function("SUMXMY2", a -> summed(a, (x, y) -> (x - y) * (x - y)))
              .takes(array("array_x"), array("array_y")),
          function("MMULT", MatrixFunctions::product)
              .yieldsArray()
              .takes(array("array1"), array("array2")));

  private MatrixFunctions() {}

  /// Whatever is no number counts as 0; errors end it.
  private static Value sumProduct(Arguments a) {
    List<Matrix> factors = new ArrayList<>();
    for (int place = 0; place < a.count(); place++) {
      factors.add(a.matrix(place));
    }
    Matrix first = factors.getFirst();
    if (factors.stream().anyMatch(f -> !sameShape(f, first))) {
      return ErrorValue.VALUE;
    }
    // Several single cells are taken as operands, of which none may be a text (observed).
    boolean single = first.size() == 1 && factors.size() > 1;
    if (single && factors.stream().anyMatch(f -> f.at(0) instanceof TextValue)) {
      return ErrorValue.VALUE;
    }
    // In other shapes the order of adding up is another one.
    if (!single && first.isVector() && first.size() <= Matrix.MAX_ELEMENTS) {
      List<double[]> lanes =
          factors.stream().map(Matrix::numbers).flatMap(Optional::stream).toList();
      if (lanes.size() == factors.size()) {
        return NumberValue.of(sumProduct(lanes));
      }
    }
    var sum = new Sum();
    // Places where the first array is blank add nothing, unless another holds an error there.
    for (Matrix factor : factors.subList(1, factors.size())) {
      factor.visit((_, _, value) -> sum.refuses(value));
    }
    first.visit((row, column, _) -> sum.add(factors, row, column));
    return sum.result();
  }

  private static double sumProduct(List<double[]> factors) {
    double total = 0;
    for (int at = 0; at < factors.getFirst().length; at++) {
      double product = 1;
      for (double[] factor : factors) {
        product *= factor[at];
      }
      total += product;
    }
    return total;
  }

  private static boolean sameShape(Matrix a, Matrix b) {
    return a.rows() == b.rows() && a.columns() == b.columns();
  }

  private static final class Sum {
    private double total;
    private Scalar error = NumberValue.ZERO;

    boolean refuses(Scalar value) {
      if (value instanceof ErrorValue && !(error instanceof ErrorValue)) {
        error = value;
      }
      return !(error instanceof ErrorValue);
    }

    boolean add(List<Matrix> factors, int row, int column) {
      double product = 1;
      for (Matrix factor : factors) {
        Scalar value = factor.at(row, column);
        if (!refuses(value)) {
          return false;
        }
        product *= value instanceof NumberValue(double number) ? number : 0;
      }
      total += product;
      return true;
    }

    Value result() {
      return error instanceof ErrorValue ? error : NumberValue.of(total);
    }
  }

  /// Pairs of which one is no number are left out.
  private static Value summed(Arguments a, DoubleBinaryOperator term) {
    Matrix x = a.matrix(0);
    Matrix y = a.matrix(1);
    if (x.size() != y.size()) {
      return ErrorValue.NA;
    }
    x.settle();
    y.settle();
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < Math.min(x.size(), (long) x.usedRows() * x.columns()); i++) {
      Scalar left = x.at(i);
      Scalar right = y.at(i);
      if (left instanceof ErrorValue || right instanceof ErrorValue) {
        return left instanceof ErrorValue ? left : right;
      }
      if (left instanceof NumberValue(double p) && right instanceof NumberValue(double q)) {
        sum += term.applyAsDouble(p, q);
        pairs++;
      }
    }
    return pairs == 0 ? ErrorValue.DIV0 : NumberValue.of(sum);
  }

  private static Value product(Arguments a) {
    Matrix left = a.matrix(0);
    Matrix right = a.matrix(1);
    for (int place = 0; place < 2; place++) {
      Scalar error = Numbers.of(a, place, place + 1).reduce(_ -> NumberValue.ZERO);
      if (error instanceof ErrorValue) {
        return error;
      }
    }
    if (left.columns() != right.rows() || !isNumeric(left) || !isNumeric(right)) {
      return ErrorValue.VALUE;
    }
    return a.array(
        left.rows(),
        right.columns(),
        (row, column) -> {
          a.spend(left.columns());
          return element(left, right, row, column);
        });
  }

  private static Scalar element(Matrix left, Matrix right, int row, int column) {
    double sum = 0;
    for (int i = 0; i < left.columns(); i++) {
      sum +=
          ((NumberValue) left.at(row, i)).number() * ((NumberValue) right.at(i, column)).number();
    }
    return NumberValue.of(sum);
  }

  private static boolean isNumeric(Matrix matrix) {
    var numbers = new long[1];
    matrix.visit((_, _, value) -> {
      numbers[0] += value instanceof NumberValue ? 1 : 0;
      return true;
    });
    return numbers[0] == matrix.size();
  }
}
