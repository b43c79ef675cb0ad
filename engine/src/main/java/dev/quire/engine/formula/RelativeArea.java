package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import java.util.Optional;

/// An area in a formula, kept relative to the formula's cell so that filled-down formulas share it.
/// Corners may swap when one is fixed and the other moves; [#at] puts them in order.
public record RelativeArea(Coordinate top, Coordinate left, Coordinate bottom, Coordinate right) {
  /// The area that a formula in this cell means; empty when a corner leaves the grid.
  public Optional<Area> at(int row, int column) {
    int r0 = top.at(row);
    int r1 = bottom.at(row);
    int c0 = left.at(column);
    int c1 = right.at(column);
    return Grid.contains(r0, c0) && Grid.contains(r1, c1)
        ? Optional.of(Area.between(r0, c0, r1, c1))
        : Optional.empty();
  }

  /// The same cells as distances the other way round the grid, which is how names that look up or
  /// to the left are kept in files, as seen from A1 (`XFD1` is one to the left). Empty when no
  /// distance is more than half of the grid.
  Optional<RelativeArea> beyondTheEdge() {
    var around =
        new RelativeArea(
            around(top, Grid.ROWS),
            around(left, Grid.COLUMNS),
            around(bottom, Grid.ROWS),
            around(right, Grid.COLUMNS));
    return around.equals(this) ? Optional.empty() : Optional.of(around);
  }

  private static Coordinate around(Coordinate coordinate, int size) {
    boolean isFar = !coordinate.fixed() && coordinate.value() > size / 2;
    return isFar ? new Coordinate(coordinate.value() - size, false) : coordinate;
  }

  /// Whether it has no more than so many cells wherever the formula is.
  boolean hasAtMost(int cells) {
    boolean isRigid = top.fixed() == bottom.fixed() && left.fixed() == right.fixed();
    long rows = Math.abs((long) bottom.value() - top.value()) + 1;
    long columns = Math.abs((long) right.value() - left.value()) + 1;
    return isRigid && rows * columns <= cells;
  }

  /// The smallest area that holds what all formulas of `hosts` read, cut at the grid's edge.
  public Area over(Area hosts) {
    return new Area(
        clamp(Math.min(top.at(hosts.firstRow()), bottom.at(hosts.firstRow())), Grid.ROWS),
        clamp(Math.min(left.at(hosts.firstColumn()), right.at(hosts.firstColumn())), Grid.COLUMNS),
        clamp(Math.max(top.at(hosts.lastRow()), bottom.at(hosts.lastRow())), Grid.ROWS),
        clamp(Math.max(left.at(hosts.lastColumn()), right.at(hosts.lastColumn())), Grid.COLUMNS));
  }

  /// Those formulas of `hosts` whose area holds a cell of `changed`: always a rectangle, since each
  /// bound of the area moves evenly with the formula or not at all.
  public Optional<Area> readersAmong(Area hosts, Area changed) {
    Span rows =
        Span.reading(
            top, bottom, hosts.firstRow(), hosts.lastRow(), changed.firstRow(), changed.lastRow());
    Span columns =
        Span.reading(
            left,
            right,
            hosts.firstColumn(),
            hosts.lastColumn(),
            changed.firstColumn(),
            changed.lastColumn());
    return rows.isEmpty() || columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new Area(rows.first, columns.first, rows.last, columns.last));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelativeArea that
        && top.equals(that.top)
        && left.equals(that.left)
        && bottom.equals(that.bottom)
        && right.equals(that.right);
  }

  @Override
  public int hashCode() {
    return ((top.hashCode() * 31 + left.hashCode()) * 31 + bottom.hashCode()) * 31
        + right.hashCode();
  }

  private static int clamp(int value, int limit) {
    return Math.clamp(value, 0, limit - 1);
  }

  private record Span(int first, int last) {
    boolean isEmpty() {
      return last < first;
    }

    /// The hosts from `first` to `last` whose interval between `a` and `b` meets `from..to`.
    static Span reading(Coordinate a, Coordinate b, int first, int last, int from, int to) {
      if (a.fixed() && b.fixed()) {
        boolean meets =
            Math.min(a.value(), b.value()) <= to && Math.max(a.value(), b.value()) >= from;
        return meets ? new Span(first, last) : new Span(0, -1);
      }
      if (a.fixed() || b.fixed()) {
        int fixed = a.fixed() ? a.value() : b.value();
        int offset = a.fixed() ? b.value() : a.value();
        if (fixed < from) {
          return new Span(Math.max(first, from - offset), last);
        }
        return fixed > to ? new Span(first, Math.min(last, to - offset)) : new Span(first, last);
      }
      int low = Math.min(a.value(), b.value());
      int high = Math.max(a.value(), b.value());
      return new Span(Math.max(first, from - high), Math.min(last, to - low));
    }
  }
}
