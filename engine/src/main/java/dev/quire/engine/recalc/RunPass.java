package dev.quire.engine.recalc;

import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;

/// Calculates the dirty cells of one run.
final class RunPass {
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

  private void down(int column, int firstRow, int lastRow) {
    int sheet = run.sheet();
    for (int row = dirty.next(sheet, column, firstRow, lastRow);
        row >= 0;
        row = dirty.next(sheet, column, row + 1, lastRow)) {
      dirtyCell(row, column);
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
      double number = calculator.calculate(row, column);
      dirty.remove(run.sheet(), row, column);
      if (Double.isNaN(number) || cells.keepsAsDisplayed() || !editor.view().arrays().isEmpty()) {
        place(number, row, column);
      } else if (editor.replaceNumber(row, column, number)) {
        results.changed(run.sheet(), row, column);
      }
    } catch (WorkingCells.Unready wait) {
      // Cells that the result refers to may be found wanting only when it is put into place.
      dirty.add(run.sheet(), row, column);
      turn(row, column);
    }
  }

  private void place(double number, int row, int column) {
    Value result = Double.isNaN(number) ? calculator.result() : new NumberValue(number);
    results.put(run.template(), run.sheet(), row, column, result);
  }

  /// Leaves a cell to the pass for single cells, which may change what was read before.
  private void turn(int row, int column) {
    calculation.settle(run.sheet(), row, column);
    if (isPlain) {
      calculator = run.template().calculator(cells, run.sheet());
    }
  }
}
