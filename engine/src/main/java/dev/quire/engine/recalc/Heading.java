package dev.quire.engine.recalc;

import dev.quire.engine.formula.Coordinate;
import dev.quire.engine.formula.RelativeArea;
import dev.quire.engine.ref.Area;

/// Where a calculation goes that takes the cells of several runs in turn. Along it, positions are
/// counted so that they grow: rows or columns as they are, or negated.
enum Heading {
  DOWN(true, 1),
  RIGHT(false, 1),
  UP(true, -1),
  LEFT(false, -1);

  private final boolean byRows;
  private final int sign;

  Heading(boolean byRows, int sign) {
    this.byRows = byRows;
    this.sign = sign;
  }

  /// The position at which an area begins.
  int first(Area area) {
    return sign > 0 ? low(area) : -high(area);
  }

  /// The position at which an area ends.
  int last(Area area) {
    return sign > 0 ? high(area) : -low(area);
  }

  private int low(Area area) {
    return byRows ? area.firstRow() : area.firstColumn();
  }

  private int high(Area area) {
    return byRows ? area.lastRow() : area.lastColumn();
  }

  /// That part of an area that lies between two positions, both of which it holds.
  Area between(Area area, int from, int to) {
    int low = sign > 0 ? from : -to;
    int high = sign > 0 ? to : -from;
    return byRows
        ? new Area(low, area.firstColumn(), high, area.lastColumn())
        : new Area(area.firstRow(), low, area.lastRow(), high);
  }

  /// How far ahead of a formula's cell lies what it reads, at most.
  ///
  /// @param hosts cells with the formula
  /// @param among only cells of this area count
  int ahead(RelativeArea read, Area hosts, Area among) {
    Coordinate one = byRows ? read.top() : read.left();
    Coordinate other = byRows ? read.bottom() : read.right();
    int most = Math.max(ahead(one, hosts), ahead(other, hosts));
    return Math.min(most, last(among) - first(hosts));
  }

  private int ahead(Coordinate coordinate, Area hosts) {
    return coordinate.fixed()
        ? sign * coordinate.value() - first(hosts)
        : sign * coordinate.value();
  }

  /// Whether what a formula reads lies before its cell when one goes across, in the order of rows
  /// or columns.
  boolean isBehindAcross(RelativeArea read) {
    Coordinate one = byRows ? read.left() : read.top();
    Coordinate other = byRows ? read.right() : read.bottom();
    return !one.fixed() && !other.fixed() && Math.max(one.value(), other.value()) < 0;
  }

  /// Shows the cells of an area at a position, across.
  void visit(Area area, int position, CellAction action) {
    int at = sign * position;
    if (byRows) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        action.at(at, column);
      }
    } else {
      for (int row = area.firstRow(); row <= area.lastRow(); row++) {
        action.at(row, at);
      }
    }
  }

  /// Something done to a cell.
  @FunctionalInterface
  interface CellAction {
    void at(int row, int column);
  }
}
