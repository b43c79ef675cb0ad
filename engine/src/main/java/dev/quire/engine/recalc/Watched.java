package dev.quire.engine.recalc;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.value.Scalar;

/// Goes through more cells than a file can hold under the eyes of the clock: a sheet that could not
/// be had has 17 thousand million cells in error.
final class Watched {
  private static final int CLOCK_INTERVAL = 1 << 16;

  private final Deadline deadline;
  private int untilClock = CLOCK_INTERVAL;

  private Watched(Deadline deadline) {
    this.deadline = deadline;
  }

  /// Shows the same cells.
  static CellVisitor visitor(CellVisitor visitor, Deadline deadline) {
    var clock = new Watched(deadline);
    return (row, column, value) -> {
      clock.cell();
      return visitor.visit(row, column, value);
    };
  }

  /// Shows the same cells.
  static CellScan scan(CellScan scan, Deadline deadline) {
    var clock = new Watched(deadline);
    return new CellScan() {
      @Override
      public boolean numbers(int row, int column, double[] lane, int from, int to) {
        return scan.numbers(row, column, lane, from, to);
      }

      @Override
      public boolean overlooksPlaces() {
        return scan.overlooksPlaces();
      }

      @Override
      public boolean other(int row, int column, Scalar value) {
        clock.cell();
        return scan.other(row, column, value);
      }
    };
  }

  private void cell() {
    if (--untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      deadline.check();
    }
  }
}
