package dev.quire.engine.cells;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.ref.Area;
import org.jspecify.annotations.Nullable;

/// Shows the cells of several columns row by row, the order in which Excel adds up a range
/// (observed in the last digits of its results).
final class RowScan {
  /// So many numbers are gathered at a time.
  private static final int MOST_GATHERED = 2048;

  /// Fewer rows are looked through as quickly cell by cell.
  private static final int FEWEST_ROWS = 8;

  private final @Nullable Column[] columns;
  private final Area area;
  private final CellScan scan;
  private final Block[] blocks;
  private final int[] places;
  private double @Nullable [] gathered;
  private int count;

  /// @param area reaches to the right as far as there are columns
  RowScan(@Nullable Column[] columns, Area area, CellScan scan) {
    this.columns = columns;
    this.area = area;
    this.scan = scan;
    int last = Math.min(area.lastColumn(), columns.length - 1);
    int width = Math.max(last - area.firstColumn() + 1, 0);
    this.blocks = new Block[width];
    this.places = new int[width];
  }

  void run() {
    int lastBlock = Math.min(area.lastRow() >>> Block.SHIFT, tallest() - 1);
    for (int at = area.firstRow() >>> Block.SHIFT; at <= lastBlock; at++) {
      int base = at << Block.SHIFT;
      gather(at);
      int from = Math.max(area.firstRow() - base, 0);
      if (!rows(base, from, Math.min(area.lastRow() - base + 1, height()))) {
        return;
      }
    }
  }

  private int tallest() {
    int most = 0;
    for (int i = 0; i < blocks.length; i++) {
      Column column = columns[area.firstColumn() + i];
      most = column == null ? most : Math.max(most, column.blocks());
    }
    return most;
  }

  /// Collects the blocks that lie beside one another and are not empty.
  private void gather(int at) {
    count = 0;
    for (int i = 0; i < blocks.length; i++) {
      Column column = columns[area.firstColumn() + i];
      Block block = column == null ? null : column.block(at);
      if (block != null && !block.isEmpty()) {
        places[count] = area.firstColumn() + i;
        blocks[count++] = block;
      }
    }
  }

  private int height() {
    int height = 0;
    for (int i = 0; i < count; i++) {
      height = Math.max(height, blocks[i].height());
    }
    return height;
  }

  private boolean rows(int base, int from, int to) {
    if (count == 1) {
      return blocks[0].scan(base, places[0], from, to, scan);
    }
    int step = scan.overlooksPlaces() ? MOST_GATHERED / Math.max(count, 1) : 0;
    if (step < FEWEST_ROWS) {
      return cells(base, from, to);
    }
    for (int row = from; row < to; row += step) {
      int end = Math.min(row + step, to);
      boolean goesOn =
          gathers(row, end)
              ? scan.numbers(base + row, places[0], gathered(), 0, (end - row) * count)
              : cells(base, row, end);
      if (!goesOn) {
        return false;
      }
    }
    return true;
  }

  /// Gathers the numbers of some rows, row by row, if there is nothing else.
  private boolean gathers(int from, int to) {
    for (int i = 0; i < count; i++) {
      if (!blocks[i].copyNumbers(from, to, gathered(), i, count)) {
        return false;
      }
    }
    return true;
  }

  private double[] gathered() {
    double[] found = gathered;
    if (found == null) {
      found = new double[MOST_GATHERED];
      gathered = found;
    }
    return found;
  }

  private boolean cells(int base, int from, int to) {
    for (int row = from; row < to; row++) {
      for (int i = 0; i < count; i++) {
        if (!blocks[i].scan(base, places[i], row, row + 1, scan)) {
          return false;
        }
      }
    }
    return true;
  }
}
