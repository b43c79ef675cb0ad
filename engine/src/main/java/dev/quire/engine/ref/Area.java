package dev.quire.engine.ref;

import java.util.Optional;

/// A rectangle of cells, both corners included, zero-based. Always lies on the grid and always
/// holds at least one cell.
///
/// @param firstRow top row
/// @param firstColumn left column
/// @param lastRow bottom row, not above `firstRow`
/// @param lastColumn right column, not left of `firstColumn`
public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  /// Every cell of a worksheet.
  public static final Area SHEET = new Area(0, 0, Grid.ROWS - 1, Grid.COLUMNS - 1);

  /// Throws `IllegalArgumentException` for a rectangle that is empty or leaves the grid.
  public Area {
    if (firstRow < 0
        || firstColumn < 0
        || lastRow < firstRow
        || lastColumn < firstColumn
        || lastRow >= Grid.ROWS
        || lastColumn >= Grid.COLUMNS) {
      throw new IllegalArgumentException(
          "no such area: rows %d to %d, columns %d to %d"
              .formatted(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  /// The area of one cell.
  public static Area cell(int row, int column) {
    return new Area(row, column, row, column);
  }

  /// The area between two corners given in any order.
  public static Area between(int row, int column, int otherRow, int otherColumn) {
    return new Area(
        Math.min(row, otherRow),
        Math.min(column, otherColumn),
        Math.max(row, otherRow),
        Math.max(column, otherColumn));
  }

  /// Number of rows, at least 1.
  public int rows() {
    return lastRow - firstRow + 1;
  }

  /// Number of columns, at least 1.
  public int columns() {
    return lastColumn - firstColumn + 1;
  }

  /// Number of cells; up to 2^34, so a `long`.
  public long cells() {
    return (long) rows() * columns();
  }

  /// Whether this is a single cell.
  public boolean isCell() {
    return firstRow == lastRow && firstColumn == lastColumn;
  }

  /// Whether all rows of the sheet are covered (`A:C`).
  public boolean isWholeColumns() {
    return firstRow == 0 && lastRow == Grid.ROWS - 1;
  }

  /// Whether all columns of the sheet are covered (`2:4`).
  public boolean isWholeRows() {
    return firstColumn == 0 && lastColumn == Grid.COLUMNS - 1;
  }

  /// Whether the cell lies inside.
  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }

  /// Whether every cell of `other` lies inside.
  public boolean contains(Area other) {
    return other.firstRow >= firstRow
        && other.lastRow <= lastRow
        && other.firstColumn >= firstColumn
        && other.lastColumn <= lastColumn;
  }

  /// Whether the areas share a cell.
  public boolean intersects(Area other) {
    return firstRow <= other.lastRow
        && other.firstRow <= lastRow
        && firstColumn <= other.lastColumn
        && other.firstColumn <= lastColumn;
  }

  /// The cells that both areas hold, empty when they share none.
  public Optional<Area> intersection(Area other) {
    return intersects(other)
        ? Optional.of(
            new Area(
                Math.max(firstRow, other.firstRow),
                Math.max(firstColumn, other.firstColumn),
                Math.min(lastRow, other.lastRow),
                Math.min(lastColumn, other.lastColumn)))
        : Optional.empty();
  }

  /// The smallest area that holds both.
  public Area boundingBox(Area other) {
    return new Area(
        Math.min(firstRow, other.firstRow),
        Math.min(firstColumn, other.firstColumn),
        Math.max(lastRow, other.lastRow),
        Math.max(lastColumn, other.lastColumn));
  }

  /// The A1 spelling without anchors: `B2`, `A1:C3`, `A:C`, `2:4`; the whole sheet is `1:1048576`.
  @Override
  public String toString() {
    return A1.print(this);
  }
}
