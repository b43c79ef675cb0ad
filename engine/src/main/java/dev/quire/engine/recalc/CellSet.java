package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A set of cells on several sheets, as bits by column.
final class CellSet {
  private @Nullable Bits @Nullable [][] sheets = new @Nullable Bits @Nullable [0][];

  /// A set of its own with the same cells.
  CellSet copy() {
    var copy = new CellSet();
    copy.sheets = sheets.clone();
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      @Nullable Bits[] columns = sheets[sheet];
      copy.sheets[sheet] = columns == null ? null : copyOf(columns);
    }
    return copy;
  }

  private static @Nullable Bits[] copyOf(@Nullable Bits[] columns) {
    @Nullable Bits[] copies = columns.clone();
    for (int column = 0; column < copies.length; column++) {
      Bits rows = copies[column];
      copies[column] = rows == null ? null : rows.copy();
    }
    return copies;
  }

  boolean contains(int sheet, int row, int column) {
    Bits rows = find(sheet, column);
    return rows != null && rows.get(row);
  }

  void add(int sheet, int row, int column) {
    rows(sheet, column).set(row);
  }

  /// Adds all cells of an area and tells whether one of them is new.
  boolean addAll(int sheet, Area area) {
    boolean grown = false;
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      Bits rows = rows(sheet, column);
      grown |= rows.setAll(area.firstRow(), area.lastRow());
    }
    return grown;
  }

  void remove(int sheet, int row, int column) {
    Bits rows = find(sheet, column);
    if (rows != null) {
      rows.clear(row);
    }
  }

  /// Takes out all cells of an area.
  void removeAll(int sheet, Area area) {
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      Bits rows = find(sheet, column);
      if (rows != null) {
        rows.clearAll(area.firstRow(), area.lastRow());
      }
    }
  }

  boolean meets(int sheet, Area area) {
    @Nullable Bits[] columns = sheet < sheets.length ? sheets[sheet] : null;
    if (columns == null) {
      return false;
    }
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int column = area.firstColumn(); column <= last; column++) {
      Bits rows = columns[column];
      if (rows != null && rows.next(area.firstRow(), area.lastRow()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The first row from one on, up to another, at which a column has a cell of the set; -1 for
  /// none.
  int next(int sheet, int column, int fromRow, int lastRow) {
    Bits rows = find(sheet, column);
    return rows == null ? -1 : rows.next(fromRow, lastRow);
  }

  /// Is shown cells one by one.
  @FunctionalInterface
  interface PositionVisitor {
    /// Takes a position and tells whether to go on.
    boolean visit(int row, int column);
  }

  /// Shows the cells of the set that lie in an area, column by column and downwards.
  ///
  /// @return false when the visitor ended it
  boolean visit(int sheet, Area area, PositionVisitor visitor) {
    @Nullable Bits[] columns = sheet < sheets.length ? sheets[sheet] : null;
    if (columns == null) {
      return true;
    }
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int column = area.firstColumn(); column <= last; column++) {
      Bits rows = columns[column];
      if (rows == null) {
        continue;
      }
      for (int row = rows.next(area.firstRow(), area.lastRow());
          row >= 0;
          row = rows.next(row + 1, area.lastRow())) {
        if (!visitor.visit(row, column)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Is shown cells of all sheets one by one.
  @FunctionalInterface
  interface CellAction {
    void at(int sheet, int row, int column);
  }

  /// Shows all cells, sheet by sheet.
  void visitAll(CellAction action) {
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      int key = sheet;
      visit(
          sheet,
          Area.SHEET,
          (row, column) -> {
            action.at(key, row, column);
            return true;
          });
    }
  }

  private @Nullable Bits find(int sheet, int column) {
    if (sheet >= sheets.length) {
      return null;
    }
    @Nullable Bits[] columns = sheets[sheet];
    return columns == null || column >= columns.length ? null : columns[column];
  }

  private Bits rows(int sheet, int column) {
    if (sheet >= sheets.length) {
      sheets = Arrays.copyOf(sheets, Math.max(sheet + 1, sheets.length * 2));
    }
    @Nullable Bits[] columns = sheets[sheet];
    if (columns == null || column >= columns.length) {
      columns =
          columns == null
              ? new @Nullable Bits[column + 1]
              : Arrays.copyOf(columns, Math.max(column + 1, columns.length * 2));
      sheets[sheet] = columns;
    }
    Bits rows = columns[column];
    if (rows == null) {
      rows = new Bits();
      columns[column] = rows;
    }
    return rows;
  }
}
