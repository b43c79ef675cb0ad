package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A set of cells on several sheets, as bits by column.
final class CellSet {
  private @Nullable Columns[] sheets = new @Nullable Columns[1];

  /// The rows of a sheet's columns.
  private record Columns(@Nullable Bits[] rows) {
    Columns copy() {
      @Nullable Bits[] copies = rows.clone();
      for (int column = 0; column < copies.length; column++) {
        Bits each = copies[column];
        copies[column] = each == null ? null : each.copy();
      }
      return new Columns(copies);
    }
  }

  /// A set of its own with the same cells.
  CellSet copy() {
    var copy = new CellSet();
    copy.become(this);
    return copy;
  }

  /// Takes on the cells of another set in place of its own.
  void become(CellSet other) {
    sheets = other.sheets.clone();
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      Columns columns = sheets[sheet];
      sheets[sheet] = columns == null ? null : columns.copy();
    }
  }

  boolean isEmpty() {
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      if (meets(sheet, Area.SHEET)) {
        return false;
      }
    }
    return true;
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
    Columns all = sheet < sheets.length ? sheets[sheet] : null;
    if (all == null) {
      return false;
    }
    @Nullable Bits[] columns = all.rows();
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

  /// How many cells of a stretch, from its beginning, belong to the set.
  int leading(int sheet, Stretch cells) {
    if (cells.down()) {
      Bits rows = find(sheet, cells.column());
      return rows == null ? 0 : rows.leading(cells.row(), cells.rowAt(cells.cells() - 1));
    }
    int at = 0;
    while (at < cells.cells() && contains(sheet, cells.row(), cells.columnAt(at))) {
      at++;
    }
    return at;
  }

  /// How many cells of a stretch, from its beginning, do not belong to the set.
  int missing(int sheet, Stretch cells) {
    if (cells.down()) {
      int last = cells.rowAt(cells.cells() - 1);
      int next = next(sheet, cells.column(), cells.row(), last);
      return next < 0 ? cells.cells() : next - cells.row();
    }
    int at = 0;
    while (at < cells.cells() && !contains(sheet, cells.row(), cells.columnAt(at))) {
      at++;
    }
    return at;
  }

  /// The rows of all cells of the set between two rows of a column, ascending.
  int[] rows(int sheet, int column, int fromRow, int lastRow) {
    var rows = new int[16];
    int size = 0;
    for (int row = next(sheet, column, fromRow, lastRow);
        row >= 0;
        row = next(sheet, column, row + 1, lastRow)) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
      }
      rows[size++] = row;
    }
    return Arrays.copyOf(rows, size);
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
    Columns all = sheet < sheets.length ? sheets[sheet] : null;
    if (all == null) {
      return true;
    }
    @Nullable Bits[] columns = all.rows();
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
    Columns all = sheet < sheets.length ? sheets[sheet] : null;
    return all == null || column >= all.rows().length ? null : all.rows()[column];
  }

  private Bits rows(int sheet, int column) {
    if (sheet >= sheets.length) {
      sheets = Arrays.copyOf(sheets, Math.max(sheet + 1, sheets.length * 2));
    }
    Columns all = sheets[sheet];
    if (all == null || column >= all.rows().length) {
      all =
          new Columns(
              all == null
                  ? new @Nullable Bits[column + 1]
                  : Arrays.copyOf(all.rows(), Math.max(column + 1, all.rows().length * 2)));
      sheets[sheet] = all;
    }
    Bits rows = all.rows()[column];
    if (rows == null) {
      rows = new Bits();
      all.rows()[column] = rows;
    }
    return rows;
  }
}
