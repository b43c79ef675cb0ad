package dev.quire.engine.cells;

import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes a copy of a sheet's cells: copies each block at the first write to it and shares all
/// others. For one thread; of no more use after [#seal].
public final class CellEditor {
  private static final int ROW_COUNTERS = 1_024;

  private final Object token = new Object();
  private @Nullable Column[] columns;
  private List<ArrayArea> arrays;
  private SheetCells view;
  private final boolean packs;

  /// The blocks that are being filled, if they are to be packed when they are full.
  private int filling;

  /// Counts writes, rows sharing counters; null until somebody asks.
  private int @Nullable [] rowWrites;

  /// @param packs whether numbers are to take less room until a formula reads them
  CellEditor(@Nullable Column[] columns, List<ArrayArea> arrays, boolean packs) {
    this.packs = packs;
    this.columns = columns.clone();
    this.arrays = arrays;
    this.view = new SheetCells(this.columns, arrays);
  }

  /// The cells as they stand, for reading only and only until the next write.
  public SheetCells view() {
    return view;
  }

  /// What a cell holds now, earlier writes included.
  public Scalar value(int row, int column) {
    return view.value(row, column);
  }

  /// The formula that a cell has now.
  public Optional<Template> formula(int row, int column) {
    return view.formula(row, column);
  }

  /// The style number that a cell has now.
  public int style(int row, int column) {
    return view.style(row, column);
  }

  /// Shows the cells of an area that are not blank, as [SheetCells#visit] does.
  public void visit(Area area, CellVisitor visitor) {
    view.visit(area, visitor);
  }

  /// The smallest area with every value, as [SheetCells#valuesArea] tells it.
  public Optional<Area> valuesArea() {
    return view.valuesArea();
  }

  /// Sets what a cell holds and leaves its formula and style.
  public void set(int row, int column, Scalar value) {
    owned(row, column).set(row & Block.MASK, value);
  }

  /// Makes a cell a constant number, as most cells of a file are.
  ///
  /// @param style its style number; [SheetCells#NO_STYLE] leaves what it has
  public void fillNumber(int row, int column, int style, double number) {
    Block block = owned(row, column);
    int at = row & Block.MASK;
    if (style != SheetCells.NO_STYLE) {
      block.setStyle(at, style);
    }
    block.setFormula(at, null);
    block.setNumber(at, number);
  }

  /// Sets a number in place of whatever a cell holds.
  ///
  /// @return whether that changed anything
  public boolean replaceNumber(int row, int column, double number) {
    return owned(row, column).replaceNumber(row & Block.MASK, number);
  }

  /// Sets numbers in place of whatever cells hold; NaN leaves a cell as it is.
  public void replaceNumbers(Stretch cells, double[] numbers) {
    Block block = null;
    for (int at = 0; at < cells.cells(); at++) {
      int row = cells.rowAt(at) & Block.MASK;
      if (block == null || row == 0 || !cells.down() || rowWrites != null) {
        block = owned(cells.rowAt(at), cells.columnAt(at));
      }
      if (!Double.isNaN(numbers[at])) {
        block.replaceNumber(row, numbers[at]);
      }
    }
  }

  /// Sets the formula of a cell and leaves its value and style.
  public void setFormula(int row, int column, Template formula) {
    owned(row, column).setFormula(row & Block.MASK, formula);
  }

  /// Makes a cell a constant and leaves its value and style.
  public void removeFormula(int row, int column) {
    if (view.formula(row, column).isPresent()) {
      owned(row, column).setFormula(row & Block.MASK, null);
    }
  }

  /// Sets the style number of a cell.
  public void setStyle(int row, int column, int style) {
    if (view.style(row, column) != style) {
      owned(row, column).setStyle(row & Block.MASK, style);
    }
  }

  /// Sets which formulas fill areas; the areas must not overlap.
  public void setArrays(List<ArrayArea> newArrays) {
    arrays = List.copyOf(newArrays);
    view = new SheetCells(columns, arrays);
  }

  /// A number that is another after the next write into a row.
  public int writes(int row) {
    int[] counters = rowWrites;
    if (counters == null) {
      counters = new int[ROW_COUNTERS];
      rowWrites = counters;
    }
    return counters[row & ROW_COUNTERS - 1];
  }

  /// The changed cells as a snapshot. The editor must not be used afterwards.
  public SheetCells seal() {
    if (packs) {
      pack();
    }
    for (Column column : columns) {
      if (column != null && column.isOwnedBy(token)) {
        column.settle(token);
      }
    }
    return view;
  }

  private void pack() {
    for (Column column : columns) {
      Block block = column == null ? null : column.block(filling);
      if (block != null) {
        block.pack(token);
      }
    }
  }

  private Block owned(int row, int column) {
    if (packs && row >>> Block.SHIFT != filling) {
      pack();
      filling = row >>> Block.SHIFT;
    }
    int[] counters = rowWrites;
    if (counters != null) {
      counters[row & ROW_COUNTERS - 1]++;
    }
    if (column >= columns.length) {
      columns = Arrays.copyOf(columns, Math.max(column + 1, columns.length + 4));
      view = new SheetCells(columns, arrays);
    }
    Column found = columns[column];
    Column owned = found == null ? new Column(token) : found.ownedBy(token);
    columns[column] = owned;
    return owned.owned(row >>> Block.SHIFT, token);
  }
}
