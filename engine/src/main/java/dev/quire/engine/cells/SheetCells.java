package dev.quire.engine.cells;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.ColumnIndex;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cells of one sheet at one moment. Immutable; a changed sheet shares with this one every
/// block of 1,024 rows that was not touched, so keeping a snapshot costs nothing.
///
/// A cell has a value, perhaps a formula that yields it, and perhaps a style number whose meaning
/// belongs to the workbook.
public final class SheetCells {
  /// The style number of a cell that has none of its own.
  public static final int NO_STYLE = Block.NO_STYLE;

  /// A sheet without cells.
  public static final SheetCells EMPTY = new SheetCells(new @Nullable Column[0], List.of());

  private final @Nullable Column[] columns;
  private final List<ArrayArea> arrays;
  private final boolean isLost;
  private final @Nullable Area known;

  SheetCells(@Nullable Column[] columns, List<ArrayArea> arrays) {
    this(columns, arrays, false, null);
  }

  private SheetCells(
      @Nullable Column[] columns, List<ArrayArea> arrays, boolean isLost, @Nullable Area known) {
    this.columns = columns;
    this.arrays = arrays;
    this.isLost = isLost;
    this.known = known;
  }

  /// A sheet that could not be had: every cell holds `#REF!`. All its columns are one, and all
  /// their blocks, so it takes no more room than a small sheet. A copy into which is written what
  /// is known of some cells becomes such a sheet again with [#lostOutside].
  public static SheetCells lost() {
    var columns = new @Nullable Column[Grid.COLUMNS];
    Arrays.fill(columns, Column.full(ErrorValue.REF));
    return new SheetCells(columns, List.of(), true, null);
  }

  /// These cells as those of a sheet that could not be had.
  ///
  /// @param area holds all cells of which something is known; without formulas
  public SheetCells lostOutside(Area area) {
    return new SheetCells(columns, arrays, true, area);
  }

  /// Whether this is a sheet that could not be had, so that as good as every cell holds something.
  public boolean isLost() {
    return isLost;
  }

  /// The smallest area outside of which all cells are alike: blank, or in error where a sheet could
  /// not be had.
  public Optional<Area> knownArea() {
    return isLost ? Optional.ofNullable(known) : valuesArea();
  }

  /// The formulas of this sheet whose results fill areas; the areas do not overlap.
  public List<ArrayArea> arrays() {
    return arrays;
  }

  /// What a cell holds; blank when it is empty.
  public Scalar value(int row, int column) {
    Block block = block(row, column);
    return block == null ? BlankValue.BLANK : block.value(row & Block.MASK);
  }

  /// The formula of a cell, empty for a constant and for a blank.
  public Optional<Template> formula(int row, int column) {
    Block block = block(row, column);
    return Optional.ofNullable(block == null ? null : block.formula(row & Block.MASK));
  }

  /// The style number of a cell, or [#NO_STYLE] when it has none of its own.
  public int style(int row, int column) {
    Block block = block(row, column);
    return block == null ? NO_STYLE : block.style(row & Block.MASK);
  }

  /// Shows the cells of an area that are not blank, column by column and downwards, until the
  /// visitor has seen enough.
  public void visit(Area area, CellVisitor visitor) {
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int at = area.firstColumn(); at <= last; at++) {
      Column column = columns[at];
      if (column != null && !column.visit(at, area.firstRow(), area.lastRow(), visitor)) {
        return;
      }
    }
  }

  /// Shows the same cells row by row, numbers in stretches.
  public void scan(Area area, CellScan scan) {
    if (area.columns() > 1) {
      new RowScan(columns, area, scan).run();
      return;
    }
    Column column = column(area.firstColumn());
    if (column != null) {
      column.scan(area.firstColumn(), area.firstRow(), area.lastRow(), scan);
    }
  }

  /// The number of a cell without a box; NaN when it holds anything else.
  public double number(int row, int column) {
    Block block = block(row, column);
    return block == null ? Double.NaN : block.numberOrNaN(row & Block.MASK);
  }

  /// The numbers of some cells without boxes; NaN where a cell holds anything else.
  ///
  /// @param into gets the numbers, from its beginning
  /// @param blank what stands for a blank cell
  public void numbers(Stretch cells, double[] into, double blank) {
    int count = cells.cells();
    for (int at = 0; at < count; ) {
      int row = cells.rowAt(at);
      int here = cells.down() ? Math.min(count - at, Block.ROWS - (row & Block.MASK)) : 1;
      Block block = block(row, cells.columnAt(at));
      if (block == null) {
        Arrays.fill(into, at, at + here, blank);
      } else {
        block.numbers(row & Block.MASK, here, into, at, blank);
      }
      at += here;
    }
  }

  /// How many cells of a stretch, from its beginning, have this very formula.
  public int leading(Stretch cells, Template formula) {
    int at = 0;
    while (at < cells.cells()) {
      int row = cells.rowAt(at) & Block.MASK;
      int here = cells.down() ? Math.min(cells.cells() - at, Block.ROWS - row) : 1;
      Block block = block(cells.rowAt(at), cells.columnAt(at));
      int found = block == null ? 0 : block.leading(row, here, formula);
      at += found;
      if (found < here) {
        break;
      }
    }
    return at;
  }

  /// Where equal values stand in a column; empty while few have asked, so that it is not worth the
  /// effort.
  public Optional<ColumnIndex> index(int column) {
    Column found = column(column);
    return found == null ? Optional.empty() : found.index();
  }

  /// Where equal values stand along a row: what the index calls rows are its columns.
  public ColumnIndex indexAlong(int row) {
    return EqualCells.along(columns, row);
  }

  /// Whether a cell has a value or a formula.
  public boolean holdsSomething(int row, int column) {
    return isUsed(row, column, true);
  }

  /// Whether a cell holds this very value.
  public boolean holds(int row, int column, Scalar value) {
    Block block = block(row, column);
    return block == null ? value == BlankValue.BLANK : block.holds(row & Block.MASK, value);
  }

  /// Whether this very formula stands in a cell.
  public boolean hasFormula(int row, int column, Template formula) {
    Block block = block(row, column);
    return block != null && block.formula(row & Block.MASK) == formula;
  }

  /// Shows every formula, column by column and downwards.
  public void visitFormulas(FormulaVisitor visitor) {
    if (isLost) {
      return;
    }
    for (int at = 0; at < columns.length; at++) {
      Column column = columns[at];
      if (column != null) {
        column.visitFormulas(at, visitor);
      }
    }
  }

  /// Is shown formulas one by one.
  @FunctionalInterface
  public interface FormulaVisitor {
    /// Takes the formula of a cell.
    void visit(int row, int column, Template formula);
  }

  /// The smallest area with every cell that holds a value or a formula; empty when there is none.
  public Optional<Area> valuesArea() {
    return isLost ? Optional.of(Area.SHEET) : bounds(false);
  }

  /// The smallest area with every cell that holds a value, a formula or a style of its own; empty
  /// when there is none.
  public Optional<Area> usedArea() {
    return bounds(true);
  }

  /// The smallest area with every cell of `area` that is used; empty when there is none.
  ///
  /// @param valuesOnly whether a cell that only has a style counts as unused
  public Optional<Area> usedWithin(Area area, boolean valuesOnly) {
    Optional<Area> all = valuesOnly ? valuesArea() : usedArea();
    return all.flatMap(used -> used.intersection(area)).flatMap(part -> shrunk(part, valuesOnly));
  }

  private Optional<Area> shrunk(Area area, boolean valuesOnly) {
    int top = Grid.ROWS;
    int bottom = -1;
    int left = Grid.COLUMNS;
    int right = -1;
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      for (int row = area.firstRow(); row <= area.lastRow(); row++) {
        if (isUsed(row, column, valuesOnly)) {
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
          left = Math.min(left, column);
          right = column;
        }
      }
    }
    return bottom < 0 ? Optional.empty() : Optional.of(new Area(top, left, bottom, right));
  }

  private boolean isUsed(int row, int column, boolean valuesOnly) {
    Block block = block(row, column);
    int within = row & Block.MASK;
    return block != null
        && (block.tag(within) != Block.BLANK
            || block.formula(within) != null
            || !valuesOnly && block.style(within) != NO_STYLE);
  }

  /// Shows the cells that differ from an earlier snapshot in value, formula or style. Costs in
  /// proportion to the blocks that were written since, not to the sheet.
  public void differences(SheetCells earlier, DifferenceVisitor visitor) {
    int width = Math.max(columns.length, earlier.columns.length);
    for (int at = 0; at < width; at++) {
      Column now = column(at);
      Column then = earlier.column(at);
      if (now != then) {
        Column.differences(at, now, then, visitor);
      }
    }
  }

  /// Is shown cells that differ.
  @FunctionalInterface
  public interface DifferenceVisitor {
    /// Takes the position of a cell that differs.
    void visit(int row, int column);
  }

  /// The cells after some have moved, their formulas as they are. Arrays move with their cells;
  /// those that are torn are to be released before.
  public SheetCells moved(Shift shift) {
    return CellShift.moved(this, columns, shift);
  }

  /// These cells with other formulas in them; values stay.
  public SheetCells withFormulas(FormulaChange change) {
    if (isLost) {
      return this;
    }
    var token = new Object();
    @Nullable Column[] changed = columns.clone();
    for (int at = 0; at < changed.length; at++) {
      Column column = changed[at];
      if (column != null) {
        changed[at] = column.withFormulas(at, change, token);
      }
    }
    return new SheetCells(changed, arrays);
  }

  /// Changes formulas, column by column and downwards.
  @FunctionalInterface
  public interface FormulaChange {
    /// What becomes of the formula of a cell; the same object when it stays.
    Template of(int row, int column, Template formula);
  }

  /// Number of cells of an area that are not blank.
  public long count(Area area) {
    long count = 0;
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int at = area.firstColumn(); at <= last; at++) {
      Column column = columns[at];
      count += column == null ? 0 : column.count(area.firstRow(), area.lastRow());
    }
    return count;
  }

  /// Starts changing a copy of these cells.
  public CellEditor edit() {
    return new CellEditor(columns, arrays, false);
  }

  /// Starts filling an empty sheet, best row by row as files do. Numbers of few digits take half
  /// the room until a formula reads them.
  public static CellEditor fill() {
    return new CellEditor(EMPTY.columns, List.of(), true);
  }

  /// Number of cells that are not blank.
  public long count() {
    long count = 0;
    for (Column column : columns) {
      count += column == null ? 0 : column.count();
    }
    return count;
  }

  private @Nullable Column column(int column) {
    return column < columns.length ? columns[column] : null;
  }

  private @Nullable Block block(int row, int column) {
    Column found = column(column);
    return found == null ? null : found.block(row >>> Block.SHIFT);
  }

  private Optional<Area> bounds(boolean withStyles) {
    int top = Grid.ROWS;
    int bottom = -1;
    int left = Grid.COLUMNS;
    int right = -1;
    for (int at = 0; at < columns.length; at++) {
      Column column = columns[at];
      int first = column == null ? -1 : column.firstUsed(withStyles);
      if (column != null && first >= 0) {
        top = Math.min(top, first);
        bottom = Math.max(bottom, column.lastUsed(withStyles));
        left = Math.min(left, at);
        right = at;
      }
    }
    return bottom < 0 ? Optional.empty() : Optional.of(new Area(top, left, bottom, right));
  }
}
