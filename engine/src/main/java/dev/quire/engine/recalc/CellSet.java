package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A set of cells on several sheets, as bits by column. Areas of whole columns are cut at `height`,
/// below which no formula lies.
final class CellSet {
  private final Map<Integer, @Nullable BitSet[]> sheets = new HashMap<>();

  boolean contains(int sheet, int row, int column) {
    @Nullable BitSet[] columns = sheets.get(sheet);
    if (columns == null || column >= columns.length) {
      return false;
    }
    BitSet rows = columns[column];
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
    @Nullable BitSet[] columns = sheets.get(sheet);
    BitSet rows = columns == null || column >= columns.length ? null : columns[column];
    if (rows != null) {
      rows.clear(row);
    }
  }

  boolean meets(int sheet, Area area) {
    return !visit(sheet, area, (_, _) -> false);
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
    @Nullable BitSet[] columns = sheets.get(sheet);
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
    sheets.forEach((sheet, _) ->
        visit(
            sheet,
            Area.SHEET,
            (row, column) -> {
              action.at(sheet, row, column);
              return true;
            }));
  }

  private BitSet rows(int sheet, int column) {
    @Nullable BitSet[] columns =
        sheets.computeIfAbsent(sheet, _ -> new @Nullable BitSet[column + 1]);
    if (column >= columns.length) {
      columns = Arrays.copyOf(columns, Math.max(column + 1, columns.length * 2));
      sheets.put(sheet, columns);
    }
    BitSet rows = columns[column];
    if (rows == null) {
      rows = new BitSet();
      columns[column] = rows;
    }
    return rows;
  }
}
