package dev.quire.chart.plot;

import dev.quire.workbook.chart.Trendline;
import dev.quire.workbook.chart.Trendline.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// A curve through points by least squares.
///
/// @param curve y for an x
/// @param coefficients of the polynomial from the constant upwards, or of the other formulas as
///   factor and exponent
/// @param fit coefficient of determination
record Trend(Kind kind, DoubleUnaryOperator curve, double[] coefficients, double fit) {
  private static final int HIGHEST_ORDER = 6;
  private static final double SINGULAR = 1e-12;

  /// The curve of a trendline; empty when the points do not give one.
  static Optional<Trend> of(Trendline line, double[] x, double[] y) {
    double[][] points = points(x, y, line.kind());
    double[] xs = points[0];
    double[] ys = points[1];
    int order = line.kind() == Kind.POLYNOMIAL ? Math.clamp(line.order(), 2, HIGHEST_ORDER) : 1;
    boolean through = line.intercept().isPresent() && line.kind() != Kind.LOGARITHMIC;
    double intercept = line.intercept().orElse(0);
    double fixed =
        line.kind() == Kind.EXPONENTIAL ? Math.log(Math.max(intercept, 1e-300)) : intercept;
    if (xs.length < order + (through ? 0 : 1)) {
      return Optional.empty();
    }
    return polynomial(xs, ys, order, through, fixed)
        .map(found -> trend(line.kind(), found, fit(found, xs, ys, through ? fixed : Double.NaN)))
        .filter(trend -> Double.isFinite(trend.curve().applyAsDouble(x.length > 0 ? 1 : 0)));
  }

  private static Trend trend(Kind kind, double[] a, double fit) {
    return switch (kind) {
      case EXPONENTIAL -> {
        double factor = Math.exp(a[0]);
        yield new Trend(kind, x -> factor * Math.exp(a[1] * x), new double[] {factor, a[1]}, fit);
      }
      case POWER -> {
        double factor = Math.exp(a[0]);
        yield new Trend(kind, x -> factor * Math.pow(x, a[1]), new double[] {factor, a[1]}, fit);
      }
      case LOGARITHMIC -> new Trend(kind, x -> a[0] + a[1] * Math.log(x), a, fit);
      default -> new Trend(kind, x -> value(a, x), a, fit);
    };
  }

  private static double value(double[] a, double x) {
    double sum = 0;
    for (int i = a.length - 1; i >= 0; i--) {
      sum = sum * x + a[i];
    }
    return sum;
  }

  /// The points that count, on the axes on which the curve is straight.
  private static double[][] points(double[] x, double[] y, Kind kind) {
    boolean logX = kind == Kind.LOGARITHMIC || kind == Kind.POWER;
    boolean logY = kind == Kind.EXPONENTIAL || kind == Kind.POWER;
    var xs = new double[x.length];
    var ys = new double[x.length];
    int count = 0;
    for (int i = 0; i < x.length && i < y.length; i++) {
      double px = logX ? Math.log(x[i]) : x[i];
      double py = logY ? Math.log(y[i]) : y[i];
      if (Double.isFinite(px) && Double.isFinite(py)) {
        xs[count] = px;
        ys[count++] = py;
      }
    }
    return new double[][] {Arrays.copyOf(xs, count), Arrays.copyOf(ys, count)};
  }

  private static Optional<double[]> polynomial(
      double[] x, double[] y, int order, boolean through, double intercept) {
    int first = through ? 1 : 0;
    int size = order + 1 - first;
    var matrix = new double[size][size + 1];
    for (int i = 0; i < x.length; i++) {
      double target = through ? y[i] - intercept : y[i];
      for (int row = 0; row < size; row++) {
        double left = Math.pow(x[i], row + first);
        for (int column = 0; column < size; column++) {
          matrix[row][column] += left * Math.pow(x[i], column + first);
        }
        matrix[row][size] += left * target;
      }
    }
    return solved(matrix)
        .map(found -> {
          var all = new double[order + 1];
          System.arraycopy(found, 0, all, first, size);
          all[0] = through ? intercept : all[0];
          return all;
        });
  }

  private static Optional<double[]> solved(double[][] matrix) {
    int size = matrix.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
      }
      double[] swapped = matrix[pivot];
      matrix[pivot] = matrix[column];
      matrix[column] = swapped;
      double scale = Arrays.stream(matrix[column]).map(Math::abs).max().orElse(0);
      if (!(Math.abs(matrix[column][column]) > SINGULAR * scale) || !Double.isFinite(scale)) {
        return Optional.empty();
      }
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
        for (int i = column; factor != 0 && i <= size; i++) {
          matrix[row][i] -= factor * matrix[column][i];
        }
      }
    }
    var found = new double[size];
    Arrays.setAll(found, i -> matrix[i][size] / matrix[i][i]);
    return Optional.of(found);
  }

  private static double fit(double[] a, double[] x, double[] y, double through) {
    double average = Double.isNaN(through) ? Arrays.stream(y).average().orElse(0) : 0;
    double rest = 0;
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      double off = y[i] - value(a, x[i]);
      rest += off * off;
      total += (y[i] - average) * (y[i] - average);
    }
    return total == 0 ? 1 : 1 - rest / total;
  }

  /// The mean of each point and those before it; NaN for the first ones.
  static double[] movingAverage(double[] y, int period) {
    int width = Math.clamp(period, 2, Math.max(2, y.length));
    var means = new double[y.length];
    double sum = 0;
    int known = 0;
    for (int i = 0; i < y.length; i++) {
      boolean enters = !Double.isNaN(y[i]);
      sum += enters ? y[i] : 0;
      known += enters ? 1 : 0;
      if (i >= width && !Double.isNaN(y[i - width])) {
        sum -= y[i - width];
        known--;
      }
      means[i] = i >= width - 1 && known > 0 ? sum / known : Double.NaN;
    }
    return means;
  }
}
