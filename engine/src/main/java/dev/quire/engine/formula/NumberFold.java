package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import org.jspecify.annotations.Nullable;

/// Takes in numbers one after the other and tells at any time what they come to so far. The first
/// error it is shown is the result; texts and logicals in cells are passed over.
public abstract class NumberFold implements CellScan {
  private @Nullable ErrorValue error;

  /// For a result that is no number.
  protected static final double NONE = Double.NaN;

  /// Takes a number.
  public abstract void add(double number);

  /// Takes numbers in order.
  protected void addAll(double[] lane, int from, int to) {
    for (int at = from; at < to; at++) {
      add(lane[at]);
    }
  }

  /// What the numbers so far come to, or [#NONE] when that is the error [#failure].
  protected abstract double total();

  /// The error of numbers that come to none.
  protected ErrorValue failure() {
    return ErrorValue.NUM;
  }

  @Override
  public final boolean numbers(int row, int column, double[] lane, int from, int to) {
    addAll(lane, from, to);
    return true;
  }

  @Override
  public final boolean overlooksPlaces() {
    return true;
  }

  @Override
  public final boolean other(int row, int column, Scalar value) {
    if (value instanceof ErrorValue found) {
      error = found;
      return false;
    }
    return true;
  }

  /// Whether an error was met, after which nothing counts any more.
  final boolean hasFailed() {
    return error != null;
  }

  /// The result: a finite number, or NaN when it is [#error].
  public final double result() {
    if (error != null) {
      return NONE;
    }
    double total = total();
    return Double.isInfinite(total) ? NONE : total;
  }

  /// The error that is the result.
  public final ErrorValue error() {
    return error != null ? error : Double.isInfinite(total()) ? ErrorValue.NUM : failure();
  }
}
