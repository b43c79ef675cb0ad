package dev.quire.workbook;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// One thing for each cell of an area: rows × columns of it, or the same for all.
///
/// @param <T> what each cell gets; immutable
public final class CellGrid<T> {
  private final int rows;
  private final int columns;
  private final Object[] cells;

  private CellGrid(int rows, int columns, Object[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /// A grid whose cells are asked one by one, row by row.
  public static <T> CellGrid<T> of(int rows, int columns, BiFunction<Integer, Integer, T> filler) {
    var cells = new Object[Math.multiplyExact(rows, columns)];
    for (int at = 0; at < cells.length; at++) {
      cells[at] = filler.apply(at / columns, at % columns);
    }
    return new CellGrid<>(rows, columns, cells);
  }

  /// The same for every cell of any area.
  public static <T> CellGrid<T> filled(T each) {
    return new CellGrid<>(1, 1, new Object[] {each});
  }

  /// Number of rows.
  public int rows() {
    return rows;
  }

  /// Number of columns.
  public int columns() {
    return columns;
  }

  /// Whether there is one thing for all cells.
  public boolean isSingle() {
    return cells.length == 1;
  }

  /// What the cell at a zero-based position gets.
  @SuppressWarnings("unchecked")
  public T at(int row, int column) {
    return (T) (isSingle() ? cells[0] : cells[row * columns + column]);
  }

  /// Whether something in the grid is of this kind.
  boolean anyMatch(Predicate<Object> test) {
    return Arrays.stream(cells).anyMatch(test);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellGrid<?> that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * rows + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return rows + " × " + columns;
  }
}
