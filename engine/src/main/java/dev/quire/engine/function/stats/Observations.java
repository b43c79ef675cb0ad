package dev.quire.engine.function.stats;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.Optional;
import java.util.function.Function;

/// What `LINEST` and its kin are given: known ys, and for each of them one or several known xs.
///
/// @param y the known ys
/// @param x for each variable as many numbers
/// @param layout how the xs lie
record Observations(double[] y, double[][] x, Layout layout) {
  /// Most multiplications for which a plane is fitted.
  private static final double MOST_WORK = 1e9;

  /// How known and new xs lie: as one variable in any form, or a variable in each column or row.
  enum Layout {
    SINGLE,
    COLUMNS,
    ROWS
  }

  /// What a calculation makes of the observations in the first two arguments. `#REF!` when the
  /// forms do not fit, whatever they hold (O); `#VALUE!` when something is no number.
  static Value apply(Arguments a, Function<Observations, Value> calculation) {
    Matrix y = a.matrix(0);
    if (y.size() > Matrix.MAX_ELEMENTS) {
      return isNumeric(y) ? ErrorValue.NUM : ErrorValue.VALUE;
    }
    Matrix x = a.has(1) ? a.matrix(1) : counted(a, y);
    Optional<Layout> layout = layout(y, x);
    if (layout.isEmpty()) {
      return ErrorValue.REF;
    }
    if (!isNumeric(y) || !isNumeric(x)) {
      return ErrorValue.VALUE;
    }
    double variables = (double) x.size() / y.size();
    return x.size() * Math.min(variables, y.size()) > MOST_WORK
        ? ErrorValue.NUM
        : calculation.apply(new Observations(flat(y), variables(x, layout.get()), layout.get()));
  }

  private static Matrix counted(Arguments a, Matrix y) {
    return Matrix.of(
        ArrayValue.of(
            y.rows(),
            y.columns(),
            (row, column) -> new NumberValue((double) row * y.columns() + column + 1)),
        a.workspace());
  }

  private static Optional<Layout> layout(Matrix y, Matrix x) {
    if (y.rows() == x.rows() && y.columns() == x.columns()) {
      return Optional.of(Layout.SINGLE);
    }
    if (y.columns() == 1 && x.rows() == y.rows()) {
      return Optional.of(Layout.COLUMNS);
    }
    return y.rows() == 1 && x.columns() == y.columns()
        ? Optional.of(Layout.ROWS)
        : Optional.empty();
  }

  /// Whether every place holds a number.
  static boolean isNumeric(Matrix matrix) {
    var numbers = new long[1];
    matrix.visit((_, _, value) -> {
      numbers[0] += value instanceof NumberValue ? 1 : 0;
      return value instanceof NumberValue || value == BlankValue.BLANK;
    });
    return numbers[0] == matrix.size();
  }

  private static double[] flat(Matrix matrix) {
    var numbers = new double[(int) matrix.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(matrix, i / matrix.columns(), i % matrix.columns());
    }
    return numbers;
  }

  /// The numbers of each variable.
  static double[][] variables(Matrix x, Layout layout) {
    return switch (layout) {
      case SINGLE -> new double[][] {flat(x)};
      case COLUMNS -> lines(x.columns(), x.rows(), (line, at) -> number(x, at, line));
      case ROWS -> lines(x.rows(), x.columns(), (line, at) -> number(x, line, at));
    };
  }

  @FunctionalInterface
  private interface Cells {
    double at(int line, int place);
  }

  private static double[][] lines(int count, int length, Cells cells) {
    var lines = new double[count][length];
    for (int line = 0; line < count; line++) {
      for (int place = 0; place < length; place++) {
        lines[line][place] = cells.at(line, place);
      }
    }
    return lines;
  }

  private static double number(Matrix matrix, int row, int column) {
    return ((NumberValue) matrix.at(row, column)).number();
  }

  /// Whether a matrix gives a number for each variable.
  boolean fits(Matrix newX) {
    return switch (layout) {
      case SINGLE -> true;
      case COLUMNS -> newX.columns() == x.length;
      case ROWS -> newX.rows() == x.length;
    };
  }
}
