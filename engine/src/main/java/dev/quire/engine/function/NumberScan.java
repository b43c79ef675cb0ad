package dev.quire.engine.function;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Passes on the numbers among the cells it is shown; the first error ends it, all else is skipped.
final class NumberScan implements CellScan {
  private final DoubleConsumer sink;
  private @Nullable ErrorValue error;

  NumberScan(DoubleConsumer sink) {
    this.sink = sink;
  }

  /// Takes a cell.
  ///
  /// @return whether to go on
  boolean takes(Scalar value) {
    if (value instanceof NumberValue(double number)) {
      sink.accept(number);
    } else if (value instanceof ErrorValue found) {
      error = found;
      return false;
    }
    return true;
  }

  @Override
  public boolean numbers(int row, int column, double[] lane, int from, int to) {
    for (int at = from; at < to; at++) {
      sink.accept(lane[at]);
    }
    return true;
  }

  @Override
  public boolean overlooksPlaces() {
    return true;
  }

  @Override
  public boolean other(int row, int column, Scalar value) {
    return takes(value);
  }

  /// The error that ended it; null when there was none.
  @Nullable ErrorValue error() {
    return error;
  }
}
