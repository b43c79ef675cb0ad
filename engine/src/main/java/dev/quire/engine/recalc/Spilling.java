package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts results of several cells where they belong: into the area chosen by hand, or into as many
/// cells to the right and below as the result needs, if those are free.
final class Spilling {
  /// A larger result finds no room.
  private static final long MOST_CELLS = 1 << 20;

  private final WorkingCells cells;

  Spilling(WorkingCells cells) {
    this.cells = cells;
  }

  /// The array whose formula stands in this cell.
  Optional<ArrayArea> anchoredAt(CellPosition cell) {
    return arrays(cell.sheet()).stream()
        .filter(array -> array.isAnchoredAt(cell.row(), cell.column()))
        .findFirst();
  }

  /// The array that fills this cell.
  Optional<ArrayArea> filling(CellPosition cell) {
    return arrays(cell.sheet()).stream()
        .filter(array -> array.area().contains(cell.row(), cell.column()))
        .findFirst();
  }

  List<ArrayArea> arrays(int sheet) {
    return cells.arrays(sheet);
  }

  /// A result with its references read: a scalar, or an array.
  Value read(Value result) {
    if (result instanceof FunctionValue) {
      return ErrorValue.CALC;
    }
    if (!(result instanceof ReferenceValue reference)) {
      return result;
    }
    if (!reference.isSingle()) {
      return ErrorValue.VALUE;
    }
    ReferenceValue.Part part = reference.first();
    Area area = part.area();
    if (area.isCell()) {
      return cells.cell(part.sheet(), area.firstRow(), area.firstColumn());
    }
    if (area.cells() > MOST_CELLS) {
      return ErrorValue.SPILL;
    }
    cells.visit(part.sheet(), area, (_, _, _) -> false);
    return ArrayValue.of(
        area.rows(),
        area.columns(),
        (row, column) ->
            cells.cell(part.sheet(), area.firstRow() + row, area.firstColumn() + column));
  }

  /// What a result puts into the cells of an area.
  ///
  /// @param array where it is put, and what is remembered about that
  /// @param result a scalar for every cell, or an array
  record Placement(ArrayArea array, Value result) {
    Scalar at(int row, int column) {
      return switch (result) {
        case Scalar scalar -> scalar;
        case ArrayValue many ->
            element(many, row - array.area().firstRow(), column - array.area().firstColumn());
        case ReferenceValue _ -> ErrorValue.VALUE;
        case FunctionValue _ -> ErrorValue.CALC;
      };
    }

    /// One row or one column is repeated; beyond an array lies `#N/A`.
    private static Scalar element(ArrayValue many, int row, int column) {
      int fromRow = many.rows() == 1 ? 0 : row;
      int fromColumn = many.columns() == 1 ? 0 : column;
      return fromRow < many.rows() && fromColumn < many.columns()
          ? Template.shown(many.at(fromRow, fromColumn))
          : ErrorValue.NA;
    }
  }

  /// Where the result of a formula goes.
  Placement place(CellPosition cell, Value result) {
    Optional<ArrayArea> before = anchoredAt(cell);
    if (before.isPresent() && !before.get().dynamic()) {
      return new Placement(before.get(), shown(result));
    }
    Area one = Area.cell(cell.row(), cell.column());
    if (!(result instanceof ArrayValue many) || many.rows() == 1 && many.columns() == 1) {
      Value single = result instanceof ArrayValue array ? array.at(0, 0) : result;
      return new Placement(new ArrayArea(one, true), shown(single));
    }
    int bottom = cell.row() + many.rows() - 1;
    int right = cell.column() + many.columns() - 1;
    if (!Grid.contains(bottom, right) || many.rows() * (long) many.columns() > MOST_CELLS) {
      return new Placement(new ArrayArea(one, true), ErrorValue.SPILL);
    }
    Area wanted = new Area(cell.row(), cell.column(), bottom, right);
    boolean free =
        !cells.barsSpill(cell.sheet(), wanted)
            && isFree(cell, wanted, before.map(ArrayArea::area).orElse(one));
    return free
        ? new Placement(new ArrayArea(wanted, true), result)
        : new Placement(new ArrayArea(one, true, wanted), ErrorValue.SPILL);
  }

  private static Value shown(Value value) {
    return value instanceof Scalar scalar ? Template.shown(scalar) : value;
  }

  /// Whether nothing but what the array itself has put there stands in the cells it wants.
  private boolean isFree(CellPosition cell, Area wanted, Area own) {
    if (own.contains(wanted)) {
      return true;
    }
    SheetCells view = cells.editor(cell.sheet()).view();
    for (int row = wanted.firstRow(); row <= wanted.lastRow(); row++) {
      for (int column = wanted.firstColumn(); column <= wanted.lastColumn(); column++) {
        if (view.holdsSomething(row, column) && !own.contains(row, column)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Remembers where an array lies now; a single cell that wants no more is none.
  void remember(CellPosition cell, ArrayArea now) {
    var kept = new ArrayList<ArrayArea>();
    for (ArrayArea array : arrays(cell.sheet())) {
      if (!array.isAnchoredAt(cell.row(), cell.column())) {
        kept.add(array);
      }
    }
    if (!now.wanted().isCell() || !now.dynamic()) {
      kept.add(now);
    }
    if (!kept.equals(arrays(cell.sheet()))) {
      cells.editor(cell.sheet()).setArrays(kept);
    }
  }
}
