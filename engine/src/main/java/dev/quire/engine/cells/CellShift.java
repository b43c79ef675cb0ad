package dev.quire.engine.cells;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves the cells of a sheet. Columns that move as a whole are shared, as are blocks that are not
/// concerned or move by whole blocks.
final class CellShift {
  private final Object token = new Object();
  private final @Nullable Column[] before;
  private final Shift shift;

  private CellShift(@Nullable Column[] before, Shift shift) {
    this.before = before;
    this.shift = shift;
  }

  static SheetCells moved(SheetCells cells, @Nullable Column[] columns, Shift shift) {
    return new SheetCells(new CellShift(columns, shift).columns(), arrays(cells.arrays(), shift));
  }

  private @Nullable Column[] columns() {
    return shift.isVertical() ? vertically() : horizontally();
  }

  private @Nullable Column[] vertically() {
    @Nullable Column[] after = before.clone();
    int last = Math.min(shift.area().lastColumn(), before.length - 1);
    for (int at = shift.area().firstColumn(); at <= last; at++) {
      Column column = before[at];
      if (column != null) {
        after[at] = downOrUp(column);
      }
    }
    return after;
  }

  private Column downOrUp(Column column) {
    var after = new Column(token);
    if (shift.first() > 0) {
      after.take(column, 0, shift.first() - 1, 0, token);
    }
    int from = shift.inserts() ? shift.first() : shift.last() + 1;
    int last = shift.inserts() ? Grid.ROWS - 1 - shift.count() : Grid.ROWS - 1;
    if (from <= last) {
      after.take(column, from, last, shift.moved(from), token);
    }
    after.settle(token);
    return after;
  }

  private @Nullable Column[] horizontally() {
    int width = before.length + (shift.inserts() ? shift.count() : 0);
    @Nullable Column[] after = Arrays.copyOf(before, Math.min(width, Grid.COLUMNS));
    for (int at = shift.first(); at < after.length; at++) {
      int origin = shift.origin(at);
      Column comes = origin == Shift.GONE || origin >= before.length ? null : before[origin];
      Column stays = at < before.length ? before[at] : null;
      after[at] = shift.isWholeColumns() ? comes : joined(comes, stays);
    }
    return after;
  }

  /// A column whose rows in the band come from another one.
  private @Nullable Column joined(@Nullable Column comes, @Nullable Column stays) {
    if (comes == null && stays == null) {
      return null;
    }
    int first = shift.area().firstRow();
    int last = shift.area().lastRow();
    var after = new Column(token);
    if (stays != null && first > 0) {
      after.take(stays, 0, first - 1, 0, token);
    }
    if (comes != null) {
      after.take(comes, first, last, first, token);
    }
    if (stays != null && last < Grid.ROWS - 1) {
      after.take(stays, last + 1, Grid.ROWS - 1, last + 1, token);
    }
    after.settle(token);
    return after;
  }

  private static List<ArrayArea> arrays(List<ArrayArea> arrays, Shift shift) {
    var after = new ArrayList<ArrayArea>();
    for (ArrayArea each : arrays) {
      var area = shift.reference(each.area());
      boolean stands = shift.reference(each.anchor()).isPresent();
      if (area.isPresent() && stands) {
        Area wanted =
            shift.preserves(each.wanted())
                ? shift.reference(each.wanted()).orElse(area.get())
                : area.get();
        after.add(new ArrayArea(area.get(), each.dynamic(), wanted));
      }
    }
    return after;
  }
}
