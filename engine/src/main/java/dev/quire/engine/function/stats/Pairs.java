package dev.quire.engine.function.stats;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Numbers of two arguments side by side. Places where one of both holds no number are left out.
///
/// @param x the numbers of the first
/// @param y those of the second, as many
record Pairs(double[] x, double[] y) {
  /// What a calculation makes of the pairs; `#N/A` when one argument has more places than the
  /// other, and the first error in either.
  static Scalar reduce(Arguments a, int first, int second, Function<Pairs, Scalar> calculation) {
    return isNoList(a.operand(first)) || isNoList(a.operand(second))
        ? ErrorValue.VALUE
        : aligned(a, first, second, calculation);
  }

  /// As [#reduce], where a single text or logical is a list without numbers; nothing at all is
  /// still `#VALUE!` (O, of `T.TEST`).
  static Scalar reduceElements(
      Arguments a, int first, int second, Function<Pairs, Scalar> calculation) {
    return a.operand(first) == BlankValue.BLANK || a.operand(second) == BlankValue.BLANK
        ? ErrorValue.VALUE
        : aligned(a, first, second, calculation);
  }

  private static Scalar aligned(
      Arguments a, int first, int second, Function<Pairs, Scalar> calculation) {
    Matrix left = a.matrix(first);
    Matrix right = a.matrix(second);
    if (left.size() != right.size()) {
      return ErrorValue.NA;
    }
    @Nullable ErrorValue error = error(left);
    error = error == null ? error(right) : error;
    return error == null ? calculation.apply(of(left, right)) : error;
  }

  /// A single value stands for a list of one only when it is a number (O).
  private static boolean isNoList(Value value) {
    return value instanceof TextValue || value instanceof LogicalValue || value == BlankValue.BLANK;
  }

  private static @Nullable ErrorValue error(Matrix matrix) {
    var found = new @Nullable ErrorValue[1];
    matrix.visit((_, _, value) -> {
      found[0] = value instanceof ErrorValue error ? error : null;
      return found[0] == null;
    });
    return found[0];
  }

  /// Rectangles of another form are laid side by side row by row.
  private static Pairs of(Matrix left, Matrix right) {
    var x = DoubleStream.builder();
    var y = DoubleStream.builder();
    boolean sameForm = left.rows() == right.rows();
    left.visit((row, column, value) -> {
      Scalar other = sameForm ? right.at(row, column) : right.at(row * left.columns() + column);
      if (value instanceof NumberValue(double p) && other instanceof NumberValue(double q)) {
        x.add(p);
        y.add(q);
      }
      return true;
    });
    return new Pairs(x.build().toArray(), y.build().toArray());
  }

  int count() {
    return x.length;
  }

  double meanX() {
    return Spread.mean(x);
  }

  double meanY() {
    return Spread.mean(y);
  }

  /// The sum of squared deviations of the first numbers from their mean.
  double squaresX() {
    return Spread.squares(x);
  }

  double squaresY() {
    return Spread.squares(y);
  }

  /// The sum of the products of both deviations.
  double products() {
    double meanX = meanX();
    double meanY = meanY();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
