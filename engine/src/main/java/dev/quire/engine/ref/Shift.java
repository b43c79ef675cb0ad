package dev.quire.engine.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cells that make room for new ones, or close up over cells that go. Those in the rows or columns
/// of the area, the band, move along one axis; all others stay.
///
/// @param kind what happens
/// @param area the cells that are new, or that go
public record Shift(Kind kind, Area area) {
  /// What [#moved] gives for a place that is gone.
  public static final int GONE = -1;

  /// What happens, and where the other cells go.
  public enum Kind {
    /// New cells; those below make room.
    INSERT_DOWN(true, true),
    /// New cells; those to the right make room.
    INSERT_RIGHT(true, false),
    /// Cells go; those below close up.
    DELETE_UP(false, true),
    /// Cells go; those to the right close up.
    DELETE_LEFT(false, false);

    private final boolean inserts;
    private final boolean vertical;

    Kind(boolean inserts, boolean vertical) {
      this.inserts = inserts;
      this.vertical = vertical;
    }
  }

  /// Whether cells are new rather than gone.
  public boolean inserts() {
    return kind.inserts;
  }

  /// Whether cells move up and down rather than left and right.
  public boolean isVertical() {
    return kind.vertical;
  }

  /// Whether whole rows come or go.
  public boolean isWholeRows() {
    return kind.vertical && area.isWholeRows();
  }

  /// Whether whole columns come or go.
  public boolean isWholeColumns() {
    return !kind.vertical && area.isWholeColumns();
  }

  /// The first row or column that is new or goes.
  public int first() {
    return kind.vertical ? area.firstRow() : area.firstColumn();
  }

  /// The last row or column that is new or goes.
  public int last() {
    return kind.vertical ? area.lastRow() : area.lastColumn();
  }

  /// How many rows or columns are new or go.
  public int count() {
    return last() - first() + 1;
  }

  /// How many rows or columns a sheet has.
  public int limit() {
    return kind.vertical ? Grid.ROWS : Grid.COLUMNS;
  }

  /// The cells that move, where they were; empty when there is nothing behind those that go.
  public Optional<Area> moving() {
    int from = kind.inserts ? first() : last() + 1;
    if (from >= limit()) {
      return Optional.empty();
    }
    return Optional.of(
        kind.vertical
            ? new Area(from, area.firstColumn(), Grid.ROWS - 1, area.lastColumn())
            : new Area(area.firstRow(), from, area.lastRow(), Grid.COLUMNS - 1));
  }

  /// The cells that have to be empty so that none is pushed off the sheet; none when cells go.
  public Optional<Area> pushedOff() {
    if (!kind.inserts) {
      return Optional.empty();
    }
    int from = limit() - count();
    return Optional.of(
        kind.vertical
            ? new Area(from, area.firstColumn(), Grid.ROWS - 1, area.lastColumn())
            : new Area(area.firstRow(), from, area.lastRow(), Grid.COLUMNS - 1));
  }

  /// Where a row or column within the band goes, or [#GONE].
  public int moved(int at) {
    if (at < first()) {
      return at;
    }
    if (kind.inserts) {
      return at + count() < limit() ? at + count() : GONE;
    }
    return at > last() ? at - count() : GONE;
  }

  /// Where a row or column within the band came from, or [#GONE] for a new one.
  public int origin(int at) {
    if (at < first()) {
      return at;
    }
    if (kind.inserts) {
      return at > last() ? at - count() : GONE;
    }
    return at + count() < limit() ? at + count() : GONE;
  }

  /// Whether a cell lies in the band.
  public boolean isInBand(int row, int column) {
    return kind.vertical
        ? column >= area.firstColumn() && column <= area.lastColumn()
        : row >= area.firstRow() && row <= area.lastRow();
  }

  /// Where the row of a cell goes, or [#GONE].
  public int row(int row, int column) {
    return kind.vertical && isInBand(row, column) ? moved(row) : row;
  }

  /// Where the column of a cell goes, or [#GONE].
  public int column(int row, int column) {
    return !kind.vertical && isInBand(row, column) ? moved(column) : column;
  }

  /// Whether all of an area lies in the band.
  public boolean holdsInBand(Area other) {
    return kind.vertical
        ? other.firstColumn() >= area.firstColumn() && other.lastColumn() <= area.lastColumn()
        : other.firstRow() >= area.firstRow() && other.lastRow() <= area.lastRow();
  }

  /// Whether some of an area lies in the band.
  public boolean meetsBand(Area other) {
    return kind.vertical
        ? other.firstColumn() <= area.lastColumn() && other.lastColumn() >= area.firstColumn()
        : other.firstRow() <= area.lastRow() && other.lastRow() >= area.firstRow();
  }

  /// What a reference to an area is afterwards (O): it stretches when cells come inside, shrinks
  /// when some go, and stays when only part of it lies in the band or when it is all of the axis,
  /// such as whole columns when rows come. Empty when all its cells are gone.
  public Optional<Area> reference(Area other) {
    int from = kind.vertical ? other.firstRow() : other.firstColumn();
    int to = kind.vertical ? other.lastRow() : other.lastColumn();
    boolean wholeAxis = from == 0 && to == limit() - 1;
    if (!holdsInBand(other) || wholeAxis || to < first()) {
      return Optional.of(other);
    }
    int start;
    int end;
    if (kind.inserts) {
      start = from >= first() ? from + count() : from;
      end = Math.min(to + count(), limit() - 1);
    } else {
      start = from > last() ? from - count() : Math.min(from, first());
      end = to > last() ? to - count() : first() - 1;
    }
    return start > end || start >= limit()
        ? Optional.empty()
        : Optional.of(along(other, start, end));
  }

  /// What a reference to an area below a header, its first row, is afterwards: when that is gone
  /// nothing is left, as of the filter of a sheet in Excel.
  public Optional<Area> headed(Area other) {
    int top = other.firstRow();
    var header = new Area(top, other.firstColumn(), top, other.lastColumn());
    return reference(header).flatMap(_ -> reference(other));
  }

  /// Whether an area holds the same cells afterwards, moved or not.
  public boolean preserves(Area other) {
    if (!meetsBand(other)) {
      return true;
    }
    int from = kind.vertical ? other.firstRow() : other.firstColumn();
    int to = kind.vertical ? other.lastRow() : other.lastColumn();
    if (to < first()) {
      return true;
    }
    boolean moves = kind.inserts ? from >= first() && to + count() < limit() : from > last();
    return moves && holdsInBand(other);
  }

  /// The cells of an area afterwards, as areas that do not overlap: unlike a reference, one that
  /// lies in the band with some of its cells is cut.
  public List<Area> pieces(Area other) {
    if (holdsInBand(other) || !meetsBand(other) || preserves(other)) {
      return reference(other).map(List::of).orElse(List.of());
    }
    var pieces = new ArrayList<Area>();
    int from = kind.vertical ? other.firstColumn() : other.firstRow();
    int to = kind.vertical ? other.lastColumn() : other.lastRow();
    int bandFirst = kind.vertical ? area.firstColumn() : area.firstRow();
    int bandLast = kind.vertical ? area.lastColumn() : area.lastRow();
    if (from < bandFirst) {
      pieces.add(across(other, from, bandFirst - 1));
    }
    reference(across(other, Math.max(from, bandFirst), Math.min(to, bandLast)))
        .ifPresent(pieces::add);
    if (to > bandLast) {
      pieces.add(across(other, bandLast + 1, to));
    }
    return pieces;
  }

  private Area along(Area other, int from, int to) {
    return kind.vertical
        ? new Area(from, other.firstColumn(), to, other.lastColumn())
        : new Area(other.firstRow(), from, other.lastRow(), to);
  }

  private Area across(Area other, int from, int to) {
    return kind.vertical
        ? new Area(other.firstRow(), from, other.lastRow(), to)
        : new Area(from, other.firstColumn(), to, other.lastColumn());
  }
}
