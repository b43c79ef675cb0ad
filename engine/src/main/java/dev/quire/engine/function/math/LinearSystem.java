package dev.quire.engine.function.math;

/// A square matrix taken apart into a lower and an upper triangle, with the largest pivot of each
/// column first.
final class LinearSystem {
  private final double[][] rows;
  private final int[] order;
  private double sign = 1;

  private LinearSystem(double[][] rows) {
    this.rows = rows;
    this.order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /// Takes apart a matrix, which is used up.
  static LinearSystem of(double[][] matrix) {
    var system = new LinearSystem(matrix);
    for (int column = 0; column < matrix.length; column++) {
      system.exchange(column, system.pivot(column));
      system.eliminate(column);
    }
    return system;
  }

  private int pivot(int column) {
    int best = column;
    for (int row = column + 1; row < rows.length; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
        best = row;
      }
    }
    return best;
  }

  private void exchange(int a, int b) {
    if (a == b) {
      return;
    }
    double[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
    int place = order[a];
    order[a] = order[b];
    order[b] = place;
    sign = -sign;
  }

  private void eliminate(int column) {
    double pivot = rows[column][column];
    for (int row = column + 1; row < rows.length && pivot != 0; row++) {
      double factor = rows[row][column] / pivot;
      rows[row][column] = factor;
      for (int i = column + 1; i < rows.length; i++) {
        rows[row][i] -= factor * rows[column][i];
      }
    }
  }

  double determinant() {
    double product = sign;
    for (int i = 0; i < rows.length; i++) {
      product *= rows[i][i];
    }
    return product;
  }

  /// Whether there is no inverse.
  boolean isSingular() {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i][i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// The columns of the inverse.
  double[][] inverse() {
    var columns = new double[rows.length][];
    for (int column = 0; column < rows.length; column++) {
      columns[column] = solved(column);
    }
    return columns;
  }

  /// What the matrix turns into the unit vector of a column.
  private double[] solved(int column) {
    var x = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      x[row] = order[row] == column ? 1 : 0;
      for (int i = 0; i < row; i++) {
        x[row] -= rows[row][i] * x[i];
      }
    }
    for (int row = rows.length - 1; row >= 0; row--) {
      for (int i = row + 1; i < rows.length; i++) {
        x[row] -= rows[row][i] * x[i];
      }
      x[row] /= rows[row][row];
    }
    return x;
  }
}
