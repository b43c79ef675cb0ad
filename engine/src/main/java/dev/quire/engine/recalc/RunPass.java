package dev.quire.engine.recalc;

import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Calculates the dirty cells of one run.
final class RunPass {
  /// Fewer cells are seldom worth a second thread.
  private static final int LEAST_SHARED = 256;

  /// Cells between two looks at the time.
  private static final int LOOK_INTERVAL = 16;

  private final Recalculation calculation;
  private final WorkingCells cells;
  private final CellSet dirty;
  private final Results results;
  private final Task task;
  private final Run run;
  private final CellEditor editor;
  private final boolean isPlain;
  private final List<Part> written;
  private Calculator calculator;

  /// @param written all of the change that the run may see, when that is only a few written cells
  RunPass(
      Recalculation calculation,
      WorkingCells cells,
      CellSet dirty,
      Results results,
      Task task,
      List<Part> written) {
    this.calculation = calculation;
    this.cells = cells;
    this.dirty = dirty;
    this.results = results;
    this.task = task;
    this.run = task.run;
    this.editor = cells.editor(run.sheet());
    this.written = written;
    this.isPlain = !task.takesTurns && run.reach().unsupported().isEmpty();
    this.calculator = run.template().calculator(cells, run.sheet());
  }

  void calculate() {
    Area part = task.part;
    if (mayGoInStretches() && inStretches(part)) {
      return;
    }
    Direction direction = Direction.of(run);
    if (direction == Direction.COLUMNS_DOWN) {
      for (int column = part.firstColumn(); column <= part.lastColumn(); column++) {
        down(column, part.firstRow(), part.lastRow());
      }
    } else if (direction.byColumns()) {
      for (int at = 0; at < part.columns(); at++) {
        int column = direction.leftwards() ? part.lastColumn() - at : part.firstColumn() + at;
        for (int step = 0; step < part.rows(); step++) {
          cell(direction.upwards() ? part.lastRow() - step : part.firstRow() + step, column);
        }
      }
    } else {
      for (int at = 0; at < part.rows(); at++) {
        int row = direction.upwards() ? part.lastRow() - at : part.firstRow() + at;
        for (int step = 0; step < part.columns(); step++) {
          cell(row, direction.leftwards() ? part.lastColumn() - step : part.firstColumn() + step);
        }
      }
    }
  }

  /// Calculates cells many at once, along their longer side where the run allows it, and tells
  /// whether that can be done.
  private boolean inStretches(Area part) {
    for (Direction direction : part.columns() > part.rows() ? Direction.WIDE : Direction.HIGH) {
      if (direction.fits(run)) {
        boolean down = direction == Direction.COLUMNS_DOWN;
        new StretchPass(calculation, dirty, run, this, editor, down).calculate(part);
        return true;
      }
    }
    return false;
  }

  /// Whether its cells can be calculated many at once: each comes to a value of its own cell alone,
  /// and nobody asks which ones changed.
  private boolean mayGoInStretches() {
    return isPlain
        && task.part.cells() >= StretchPass.SHORTEST
        && run.template().vectorizes()
        && written.isEmpty()
        && !cells.keepsAsDisplayed()
        && !results.keepsChanged()
        && cells.arrays(run.sheet()).isEmpty();
  }

  private void down(int column, int firstRow, int lastRow) {
    int sheet = run.sheet();
    boolean alone = !mayShare();
    long begun = alone ? 0 : System.nanoTime();
    int done = 0;
    for (int row = dirty.next(sheet, column, firstRow, lastRow);
        row >= 0;
        row = dirty.next(sheet, column, row + 1, lastRow)) {
      if (!alone && done++ % LOOK_INTERVAL == 0) {
        alone = System.nanoTime() - begun >= cells.sharesAfterNanos();
        if (alone) {
          share(column, row, lastRow);
          cell(row, column);
          continue;
        }
      }
      dirtyCell(row, column);
    }
  }

  /// Whether its cells can be calculated on several threads. What they read must be known and
  /// calculated, and none may write more than its own cell.
  private boolean mayShare() {
    return isPlain
        && task.part.rows() >= LEAST_SHARED
        && cells.threads() > 1
        && written.isEmpty()
        && !run.reach().isVolatile()
        && !run.template().mayFillSeveral()
        && cells.arrays(run.sheet()).isEmpty()
        && !run.reads(dirty, task.part);
  }

  private void share(int column, int firstRow, int lastRow) {
    int[] rows = dirty.rows(run.sheet(), column, firstRow, lastRow);
    var all = new ParallelColumn(cells, editor.view(), run, column, rows);
    all.calculate(cells.threads());
    for (int at = 0; at < all.size(); at++) {
      int row = all.row(at);
      Optional<Value> result = all.result(at);
      if (result.isPresent()) {
        keep(all.number(at), result.get(), row, column);
        dirty.remove(run.sheet(), row, column);
      }
    }
  }

  void cell(int row, int column) {
    if (dirty.contains(run.sheet(), row, column)) {
      dirtyCell(row, column);
    }
  }

  private void dirtyCell(int row, int column) {
    if (!isPlain || !editor.view().hasFormula(row, column, run.template())) {
      turn(row, column);
      return;
    }
    calculation.checkClock();
    try {
      if (!written.isEmpty() && !calculator.follows(written, row, column)) {
        dirty.remove(run.sheet(), row, column);
        return;
      }
      calculate(row, column);
      dirty.remove(run.sheet(), row, column);
    } catch (WorkingCells.Unready wait) {
      // Cells that the result refers to may be found wanting only when it is put into place.
      turn(row, column);
    }
  }

  /// Calculates a cell, whether it is dirty or not.
  ///
  /// @throws WorkingCells.Unready when another cell has to be calculated first
  void calculate(int row, int column) {
    double number = calculator.calculate(row, column);
    keep(number, calculator.result(), row, column);
  }

  /// What calculates the formula of the run, until a cell was left to another pass.
  Calculator calculator() {
    return calculator;
  }

  /// Puts a result into its cell, which is not calculated before that: a result may be a reference
  /// that holds the cell itself.
  ///
  /// @param other what a cell came to when `number` is NaN
  private void keep(double number, Value other, int row, int column) {
    boolean isNumber = !Double.isNaN(number);
    if (isNumber && !cells.keepsAsDisplayed() && editor.view().arrays().isEmpty()) {
      if (editor.replaceNumber(row, column, number)) {
        results.changed(run.sheet(), row, column);
      }
    } else {
      Value result = isNumber ? new NumberValue(number) : other;
      results.put(run.template(), run.sheet(), row, column, result);
    }
  }

  /// Leaves a cell to the pass for single cells, which may change what was read before.
  private void turn(int row, int column) {
    calculation.settle(run.sheet(), row, column);
    if (isPlain) {
      calculator = run.template().calculator(cells, run.sheet());
    }
  }
}
