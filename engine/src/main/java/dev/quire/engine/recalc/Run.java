package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Coordinate;
import dev.quire.engine.formula.Reach;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import java.util.List;
import java.util.Optional;

/// A rectangle of cells with the same formula relative to the cell: one node of the graph.
///
/// @param sheet key of the sheet
/// @param area the cells
/// @param template their formula
/// @param reach what that comes to on this sheet
/// @param number its place among the runs that a graph has indexed; [#UNNUMBERED] for later ones
record Run(int sheet, Area area, Template template, Reach reach, int number) {
  static final int UNNUMBERED = -1;

  Run(int sheet, Area area, Template template, Reach reach) {
    this(sheet, area, template, reach, UNNUMBERED);
  }

  /// The same run at a place among those that are indexed.
  Run at(int place) {
    return new Run(sheet, area, template, reach, place);
  }

  /// The same cells when their formula comes to something else; empty when that is what it did.
  Optional<Run> reaching(Reach other) {
    return other.equals(reach)
        ? Optional.empty()
        : Optional.of(new Run(sheet, area, template, other));
  }

  /// Whether it is told at once what this comes to: it is another thing each time, changes which
  /// cells there are, or calls for a notice.
  boolean isUrgent() {
    return reach.isVolatile() || !reach.unsupported().isEmpty() || template.mayFillSeveral();
  }

  /// What each of the cells reads.
  List<BoundRead> reads() {
    return reach.reads();
  }

  /// The cells of this run that have to be calculated again when `changed` does, or more: a run
  /// that reads itself is followed to its end at once instead of cell by cell.
  Optional<Area> dependents(BoundRead read, Area changed) {
    return read.area().readersAmong(area, changed).map(this::followed);
  }

  private Area followed(Area hosts) {
    Area all = hosts;
    for (BoundRead read : reads()) {
      if (read.sheet() == sheet && read.area().over(area).intersects(area)) {
        all = all.boundingBox(reachedThrough(read, hosts));
      }
    }
    return all;
  }

  private Area reachedThrough(BoundRead read, Area hosts) {
    boolean sameColumn = isZero(read.area().left()) && isZero(read.area().right());
    boolean sameRow = isZero(read.area().top()) && isZero(read.area().bottom());
    if (sameColumn && isBefore(read.area().bottom())) {
      return new Area(hosts.firstRow(), hosts.firstColumn(), area.lastRow(), hosts.lastColumn());
    }
    if (sameRow && isBefore(read.area().right())) {
      return new Area(hosts.firstRow(), hosts.firstColumn(), hosts.lastRow(), area.lastColumn());
    }
    return area;
  }

  /// Whether some of its cells may read a cell of a set.
  ///
  /// @param hosts the cells that read
  boolean reads(CellSet cells, Area hosts) {
    for (BoundRead read : reads()) {
      if (cells.meets(read.sheet(), read.area().over(hosts))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a cell of the run may read another one.
  boolean readsItself() {
    for (BoundRead read : reads()) {
      if (read.sheet() == sheet && read.area().over(area).intersects(area)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(Coordinate coordinate) {
    return !coordinate.fixed() && coordinate.value() == 0;
  }

  private static boolean isBefore(Coordinate coordinate) {
    return !coordinate.fixed() && coordinate.value() < 0;
  }
}
