package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.Scalar;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change left to be calculated when somebody reads it. Whoever reads a cell calculates what
/// that cell needs and leaves the rest; what was calculated once is kept. Several threads may read.
///
/// Nothing in here shows from outside: cells have the values that they would have had at once.
/// Formulas that would not (volatile ones, those that may spill, those that cannot be calculated)
/// are never left.
final class Pending {
  private @Nullable Left left;
  private volatile @Nullable SheetTable settled;

  /// What is needed to go on.
  private record Left(WorkingCells cells, CellSet dirty, Recalculation calculation) {}

  Pending(WorkingCells cells, CellSet dirty, Recalculation calculation) {
    this.left = new Left(cells, dirty, calculation);
  }

  /// What is known when the next change begins.
  ///
  /// @param sheets the cells, calculated or not
  /// @param dirty which are not
  /// @param tasks their runs
  record State(SheetTable sheets, CellSet dirty, List<Task> tasks) {
    static State of(SheetTable sheets) {
      return new State(sheets, new CellSet(), List.of());
    }
  }

  /// The value of a cell.
  ///
  /// @throws CalculationAborted when it takes longer than the environment allows
  Scalar value(int sheet, int row, int column) {
    SheetTable all = settled;
    return all != null ? all.cells(sheet).value(row, column) : valueNow(sheet, row, column);
  }

  private synchronized Scalar valueNow(int sheet, int row, int column) {
    Left open = left;
    if (open == null) {
      return all().cells(sheet).value(row, column);
    }
    if (open.dirty().contains(sheet, row, column)) {
      open.cells().renewDeadline();
      open.calculation().settle(sheet, Area.cell(row, column));
    }
    return open.cells().standing(sheet, row, column);
  }

  /// All sheets with everything calculated.
  ///
  /// @throws CalculationAborted when it takes longer than the environment allows
  SheetTable all() {
    SheetTable all = settled;
    return all != null ? all : allNow();
  }

  private synchronized SheetTable allNow() {
    Left open = left;
    if (open != null) {
      open.cells().renewDeadline();
      open.calculation().settleAll();
      settled = open.cells().restart();
      left = null;
    }
    return Objects.requireNonNull(settled);
  }

  /// What is calculated so far.
  synchronized State state() {
    Left open = left;
    return open == null
        ? State.of(all())
        : new State(open.cells().restart(), open.dirty().copy(), open.calculation().open());
  }
}
