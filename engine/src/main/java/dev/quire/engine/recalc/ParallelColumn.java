package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cells of one column that have the same formula and do not read one another, calculated on
/// several threads. Nothing is written meanwhile, so each cell comes to what it would have come to
/// alone.
final class ParallelColumn {
  private static final int CLOCK_INTERVAL = 1024;

  private final WorkingCells cells;
  private final SheetCells view;
  private final Run run;
  private final int column;
  private final int[] rows;
  private final double[] numbers;
  private final @Nullable Value[] results;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /// @param view of the sheet, with the formulas
  /// @param rows of the cells, ascending
  ParallelColumn(WorkingCells cells, SheetCells view, Run run, int column, int[] rows) {
    this.cells = cells;
    this.view = view;
    this.run = run;
    this.column = column;
    this.rows = rows;
    this.numbers = new double[rows.length];
    this.results = new @Nullable Value[rows.length];
  }

  /// Calculates all that is ready to be.
  ///
  /// @throws CalculationAborted when time is up
  void calculate(int threads) {
    Arrays.fill(numbers, Double.NaN);
    IntStream.range(0, threads)
        .parallel()
        .forEach(thread ->
            part(
                (int) ((long) rows.length * thread / threads),
                (int) ((long) rows.length * (thread + 1) / threads)));
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  /// A stretch of the cells: a sum that grows from row to row goes on from the one above.
  private void part(int from, int to) {
    Calculator calculator = run.template().calculator(cells, run.sheet());
    try {
      for (int at = from; at < to && failure.get() == null; at++) {
        if ((at - from) % CLOCK_INTERVAL == 0) {
          cells.checkTime();
        }
        cell(calculator, at);
      }
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
    }
  }

  private void cell(Calculator calculator, int at) {
    if (!view.hasFormula(rows[at], column, run.template())) {
      return;
    }
    try {
      numbers[at] = calculator.calculate(rows[at], column);
      results[at] = Double.isNaN(numbers[at]) ? calculator.result() : BlankValue.BLANK;
    } catch (WorkingCells.Unready wait) {
      // Left to whoever calculates cells one by one.
      numbers[at] = Double.NaN;
    }
  }

  int size() {
    return rows.length;
  }

  int row(int at) {
    return rows[at];
  }

  /// The number of a cell; NaN when it is something else.
  double number(int at) {
    return numbers[at];
  }

  /// What a cell came to when that is no number; empty when it was not calculated.
  Optional<Value> result(int at) {
    return Optional.ofNullable(results[at]);
  }
}
