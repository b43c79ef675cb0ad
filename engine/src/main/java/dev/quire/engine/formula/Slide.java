package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;

/// What a fold has taken in, so that the same formula one cell further only adds what is new.
///
/// @param sheet where the cells lie
/// @param area the cells taken in, row by row
record Slide(NumberFold fold, int sheet, Area area) {
  /// Whether these cells come first in the other area, read row by row.
  boolean begins(int otherSheet, Area other) {
    if (sheet != otherSheet
        || area.firstRow() != other.firstRow()
        || area.firstColumn() != other.firstColumn()) {
      return false;
    }
    boolean down = area.columns() == other.columns() && area.lastRow() < other.lastRow();
    boolean right = area.rows() == 1 && other.rows() == 1 && area.lastColumn() < other.lastColumn();
    return down || right;
  }

  /// The cells of the other area that are new.
  Area rest(Area other) {
    return area.lastRow() < other.lastRow()
        ? new Area(area.lastRow() + 1, other.firstColumn(), other.lastRow(), other.lastColumn())
        : new Area(other.firstRow(), area.lastColumn() + 1, other.lastRow(), other.lastColumn());
  }
}
