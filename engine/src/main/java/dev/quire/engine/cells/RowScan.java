package dev.quire.engine.cells;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.ref.Area;
import org.jspecify.annotations.Nullable;

/// Shows the cells of several columns row by row, the order in which Excel adds up a range
/// (observed in the last digits of its results).
final class RowScan {
  private final @Nullable Column[] columns;
  private final Area area;
  private final CellScan scan;
  private final Block[] blocks;
  private final int[] places;
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
