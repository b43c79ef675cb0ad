package dev.quire.ooxml.part;

import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.guard.Budget;

/// Estimates the memory that the cells of one sheet take. Cells are stored in blocks of 1,024 rows
/// of a column, and a block reaches from its top to its lowest cell: a cell costs what it makes its
/// block grow.
final class ModelMeter {
  private static final int BLOCK_SHIFT = 10;
  private static final int BLOCK_MASK = (1 << BLOCK_SHIFT) - 1;
  private static final int BLOCK_BYTES = 96;

  /// A byte of type and a double, or a reference to a text.
  private static final int CELL_BYTES = 9;

  private static final int FORMULA_BYTES = 64;

  private final Budget memory;
  private final String part;
  private final int[] blocks = new int[Grid.COLUMNS];
  private final short[] heights = new short[Grid.COLUMNS];
  private long pending;

  ModelMeter(Budget memory, String part) {
    this.memory = memory;
    this.part = part;
  }

  /// Counts a cell.
  void cell(int row, int column) {
    int block = (row >>> BLOCK_SHIFT) + 1;
    int height = (row & BLOCK_MASK) + 1;
    if (blocks[column] != block) {
      blocks[column] = block;
      heights[column] = 0;
      pending += BLOCK_BYTES;
    }
    if (height > heights[column]) {
      pending += (long) CELL_BYTES * (height - heights[column]);
      heights[column] = (short) height;
    }
    if (pending > 1 << 16) {
      settle();
    }
  }

  /// Counts a formula with a text of its own.
  void formula(String text) {
    pending += FORMULA_BYTES + text.length();
  }

  /// Counts a text of its own.
  void text(String text) {
    pending += FORMULA_BYTES + text.length();
  }

  /// Counts an area that is remembered.
  void area() {
    pending += FORMULA_BYTES;
  }

  /// Tells the budget.
  void settle() {
    memory.spend(pending, part);
    pending = 0;
  }
}
