package dev.quire.engine.function.stats;

import java.util.Arrays;

/// The plane through points that leaves the least sum of squares, by Householder reflections of the
/// columns from the longest to the shortest, which is the order in which Excel keeps them (O).
///
/// A variable that says nothing beyond those kept has the coefficient 0 and the error 0.
final class LeastSquares {
  /// What is left of a column, in parts of it, when it depends on those before.
  private static final double DEPENDENT = 1e-14;

  /// What centring leaves of a column, in parts of it, by rounding alone.
  private static final double CENTRED = 4e-16;

  private final int samples;
  private final boolean hasConstant;
  private final double[][] columns;
  private final double[] means;
  private final double[] raw;
  private final double[] full;
  private final double[] reflected;
  private final double meanY;
  private final int[] order;
  private int rank;

  private LeastSquares(double[][] variables, double[] y, boolean hasConstant) {
    this.samples = y.length;
    this.hasConstant = hasConstant;
    this.columns = new double[variables.length][];
    this.means = new double[variables.length];
    this.raw = new double[variables.length];
    this.full = new double[variables.length];
    this.order = new int[variables.length];
    for (int j = 0; j < variables.length; j++) {
      order[j] = j;
      means[j] = hasConstant ? Spread.mean(variables[j]) : 0;
      raw[j] = norm(variables[j], 0);
      columns[j] = less(variables[j], means[j]);
      full[j] = norm(columns[j], 0);
    }
    this.meanY = hasConstant ? Spread.mean(y) : 0;
    this.reflected = less(y, meanY);
  }

  /// Fits the variables, each with a number for each sample.
  ///
  /// @param checkTime is called now and then and may throw
  static LeastSquares fit(
      double[][] variables, double[] y, boolean hasConstant, Runnable checkTime) {
    var fit = new LeastSquares(variables, y, hasConstant);
    while (fit.takesNext()) {
      fit.rank++;
      checkTime.run();
    }
    return fit;
  }

  private static double[] less(double[] numbers, double mean) {
    return Arrays.stream(numbers).map(number -> number - mean).toArray();
  }

  private static double norm(double[] numbers, int from) {
    double sum = 0;
    for (int i = from; i < numbers.length; i++) {
      sum += numbers[i] * numbers[i];
    }
    return Math.sqrt(sum);
  }

  /// Brings the longest column left to its place and reflects all to it.
  private boolean takesNext() {
    int longest = -1;
    double length = 0;
    for (int p = rank; p < order.length && rank < samples; p++) {
      int j = order[p];
      double left = norm(columns[j], rank);
      if (left > length && left > DEPENDENT * full[j] + CENTRED * raw[j]) {
        length = left;
        longest = p;
      }
    }
    if (longest < 0) {
      return false;
    }
    int chosen = order[longest];
    order[longest] = order[rank];
    order[rank] = chosen;
    reflect(columns[chosen], length);
    return true;
  }

  private void reflect(double[] column, double length) {
    double[] mirror = column.clone();
    double head = mirror[rank] < 0 ? length : -length;
    mirror[rank] -= head;
    double square = norm(mirror, rank);
    square *= square;
    for (int p = rank + 1; p < order.length; p++) {
      reflect(columns[order[p]], mirror, square);
    }
    reflect(reflected, mirror, square);
    column[rank] = head;
    Arrays.fill(column, rank + 1, column.length, 0);
  }

  private void reflect(double[] numbers, double[] mirror, double square) {
    double product = 0;
    for (int i = rank; i < numbers.length; i++) {
      product += numbers[i] * mirror[i];
    }
    double factor = 2 * product / square;
    for (int i = rank; i < numbers.length; i++) {
      numbers[i] -= factor * mirror[i];
    }
  }

  /// One for each variable.
  double[] coefficients() {
    var coefficients = new double[order.length];
    for (int p = rank - 1; p >= 0; p--) {
      double sum = reflected[p];
      for (int q = p + 1; q < rank; q++) {
        sum -= columns[order[q]][p] * coefficients[order[q]];
      }
      coefficients[order[p]] = sum / columns[order[p]][p];
    }
    return coefficients;
  }

  /// Where all variables are 0.
  double intercept() {
    double[] coefficients = coefficients();
    double sum = meanY;
    for (int j = 0; j < means.length; j++) {
      sum -= coefficients[j] * means[j];
    }
    return sum;
  }

  /// The sum of squares that the plane explains.
  double explained() {
    double norm = norm(Arrays.copyOf(reflected, rank), 0);
    return norm * norm;
  }

  /// The sum of squares that is left.
  double unexplained() {
    double norm = norm(reflected, rank);
    return norm * norm;
  }

  /// How many variables count.
  int rank() {
    return rank;
  }

  int degreesOfFreedom() {
    return samples - rank - (hasConstant ? 1 : 0);
  }

  /// The variance of what is left; 0 when nothing can be left.
  double variance() {
    return degreesOfFreedom() == 0 ? 0 : unexplained() / degreesOfFreedom();
  }

  /// The standard error of each coefficient.
  double[] errors() {
    var errors = new double[order.length];
    for (int p = 0; p < rank; p++) {
      var unit = new double[rank];
      unit[p] = 1;
      errors[order[p]] = Math.sqrt(variance()) * norm(forward(unit), 0);
    }
    return errors;
  }

  /// The standard error of the intercept.
  double interceptError() {
    var atMeans = new double[rank];
    for (int p = 0; p < rank; p++) {
      atMeans[p] = means[order[p]];
    }
    double distance = norm(forward(atMeans), 0);
    return Math.sqrt(variance()) * Math.sqrt(1.0 / samples + distance * distance);
  }

  /// Solves with the transpose of the triangle.
  private double[] forward(double[] right) {
    var solution = new double[rank];
    for (int p = 0; p < rank; p++) {
      double sum = right[p];
      for (int q = 0; q < p; q++) {
        sum -= columns[order[p]][q] * solution[q];
      }
      solution[p] = sum / columns[order[p]][p];
    }
    return solution;
  }
}
