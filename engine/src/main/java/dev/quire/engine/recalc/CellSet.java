package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A set of cells on several sheets, as bits by column.
final class CellSet {
  private @Nullable BitSet @Nullable [][] sheets = new @Nullable BitSet @Nullable [0][];

  /// A set of its own with the same cells.
  CellSet copy() {
    var copy = new CellSet();
    copy.sheets = sheets.clone();
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      @Nullable BitSet[] columns = sheets[sheet];
      copy.sheets[sheet] = columns == null ? null : copyOf(columns);
    }
    return copy;
  }

  private static @Nullable BitSet[] copyOf(@Nullable BitSet[] columns) {
    @Nullable BitSet[] copies = columns.clone();
    for (int column = 0; column < copies.length; column++) {
      BitSet rows = copies[column];
      copies[column] = rows == null ? null : (BitSet) rows.clone();
    }
    return copies;
  }

  boolean contains(int sheet, int row, int column) {
    BitSet rows = find(sheet, column);
    return rows != null && rows.get(row);
  }

  void add(int sheet, int row, int column) {
    rows(sheet, column).set(row);
  }

  /// Adds all cells of an area and tells whether one of them is new.
  boolean addAll(int sheet, Area area) {
    boolean grown = false;
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      BitSet rows = rows(sheet, column);
      if (rows.nextClearBit(area.firstRow()) <= area.lastRow()) {
        rows.set(area.firstRow(), area.lastRow() + 1);
        grown = true;
      }
    }
    return grown;
  }

  void remove(int sheet, int row, int column) {
    BitSet rows = find(sheet, column);
    if (rows != null) {
      rows.clear(row);
    }
  }

  boolean meets(int sheet, Area area) {
    @Nullable BitSet[] columns = sheet < sheets.length ? sheets[sheet] : null;
    if (columns == null) {
      return false;
    }
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int column = area.firstColumn(); column <= last; column++) {
      BitSet rows = columns[column];
      if (rows != null) {
        int next = rows.nextSetBit(area.firstRow());
        if (next >= 0 && next <= area.lastRow()) {
          return true;
        }
      }
    }
    return false;
  }

  /// The first row from one on, up to another, at which a column has a cell of the set; -1 for
  /// none.
  int next(int sheet, int column, int fromRow, int lastRow) {
    BitSet rows = find(sheet, column);
    int next = rows == null ? -1 : rows.nextSetBit(fromRow);
    return next > lastRow ? -1 : next;
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
    @Nullable BitSet[] columns = sheet < sheets.length ? sheets[sheet] : null;
    if (columns == null) {
      return true;
    }
    int last = Math.min(area.lastColumn(), columns.length - 1);
    for (int column = area.firstColumn(); column <= last; column++) {
      BitSet rows = columns[column];
      if (rows == null) {
        continue;
      }
      for (int row = rows.nextSetBit(area.firstRow());
          row >= 0 && row <= area.lastRow();
          row = rows.nextSetBit(row + 1)) {
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

  private @Nullable BitSet find(int sheet, int column) {
    if (sheet >= sheets.length) {
      return null;
    }
    @Nullable BitSet[] columns = sheets[sheet];
    return columns == null || column >= columns.length ? null : columns[column];
  }

  private BitSet rows(int sheet, int column) {
    if (sheet >= sheets.length) {
      sheets = Arrays.copyOf(sheets, Math.max(sheet + 1, sheets.length * 2));
    }
    @Nullable BitSet[] columns = sheets[sheet];
    if (columns == null || column >= columns.length) {
      columns =
          columns == null
              ? new @Nullable BitSet[column + 1]
              : Arrays.copyOf(columns, Math.max(column + 1, columns.length * 2));
      sheets[sheet] = columns;
    }
    BitSet rows = columns[column];
    if (rows == null) {
      rows = new BitSet();
      columns[column] = rows;
    }
    return rows;
  }
}
