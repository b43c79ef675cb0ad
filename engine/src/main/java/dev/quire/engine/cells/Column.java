package dev.quire.engine.cells;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.ColumnIndex;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The blocks of one column. Like [Block], it may be changed by the editor that owns it only.
final class Column {
  /// How often an index has to be asked for before it is made.
  private static final int ASKED_BEFORE = 1;

  private final @Nullable Object owner;
  private @Nullable Block[] blocks;
  private int writes;

  /// Made when it is asked for again; forgotten when the column is written or memory runs short. Of
  /// threads that ask at once one makes it.
  private volatile @Nullable Indexed indexed;

  private record Indexed(int writes, int asked, @Nullable SoftReference<ColumnIndex> index) {}

  Column(@Nullable Object owner) {
    this(owner, new @Nullable Block[1]);
  }

  private Column(@Nullable Object owner, @Nullable Block[] blocks) {
    this.owner = owner;
    this.blocks = blocks;
  }

  /// A column in which every cell holds an error, its blocks being one. Like every column it is
  /// copied before it is written.
  static Column full(ErrorValue error) {
    var block = new Block((Object) null);
    for (int row = 0; row < Block.ROWS; row++) {
      block.set(row, error);
    }
    var blocks = new @Nullable Block[Grid.ROWS >>> Block.SHIFT];
    Arrays.fill(blocks, block);
    return new Column(null, blocks);
  }

  Column ownedBy(Object editor) {
    return owner == editor ? this : new Column(editor, blocks.clone());
  }

  @Nullable Block block(int index) {
    return index < blocks.length ? blocks[index] : null;
  }

  /// The number of blocks, some of which may be missing.
  int blocks() {
    return blocks.length;
  }

  /// Where equal values stand; empty while it is not worth the effort.
  Optional<ColumnIndex> index() {
    return present().or(this::askedFor);
  }

  private Optional<ColumnIndex> present() {
    Indexed known = indexed;
    return known != null && known.writes == writes && known.index != null
        ? Optional.ofNullable(known.index.get())
        : Optional.empty();
  }

  private synchronized Optional<ColumnIndex> askedFor() {
    Optional<ColumnIndex> madeMeanwhile = present();
    if (madeMeanwhile.isPresent()) {
      return madeMeanwhile;
    }
    Indexed known = indexed;
    int asked = known != null && known.writes == writes ? known.asked : 0;
    if (asked < ASKED_BEFORE) {
      indexed = new Indexed(writes, asked + 1, null);
      return Optional.empty();
    }
    ColumnIndex made = EqualCells.of(blocks);
    indexed = new Indexed(writes, asked, new SoftReference<>(made));
    return Optional.of(made);
  }

  /// The block at this index as something that the editor may change.
  Block owned(int index, Object editor) {
    writes++;
    if (index >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(index + 1, blocks.length * 2));
    }
    Block found = blocks[index];
    Block owned = found == null ? new Block(editor) : found.ownedBy(editor);
    blocks[index] = owned;
    return owned;
  }

  void settle(Object editor) {
    for (Block block : blocks) {
      if (block != null) {
        block.settle(editor);
      }
    }
  }

  boolean isOwnedBy(Object editor) {
    return owner == editor;
  }

  long count() {
    long count = 0;
    for (Block block : blocks) {
      count += block == null ? 0 : block.used();
    }
    return count;
  }

  long count(int firstRow, int lastRow) {
    long count = 0;
    int lastBlock = Math.min(lastRow >>> Block.SHIFT, blocks.length - 1);
    for (int at = firstRow >>> Block.SHIFT; at <= lastBlock; at++) {
      Block block = blocks[at];
      int base = at << Block.SHIFT;
      if (block != null) {
        count += block.used(Math.max(firstRow - base, 0), Math.min(lastRow - base, Block.MASK));
      }
    }
    return count;
  }

  boolean visit(int column, int firstRow, int lastRow, CellVisitor visitor) {
    int lastBlock = Math.min(lastRow >>> Block.SHIFT, blocks.length - 1);
    for (int at = firstRow >>> Block.SHIFT; at <= lastBlock; at++) {
      Block block = blocks[at];
      if (block == null || block.isEmpty()) {
        continue;
      }
      int base = at << Block.SHIFT;
      int from = Math.max(firstRow - base, 0);
      int to = Math.min(lastRow - base, block.height() - 1);
      for (int row = from; row <= to; row++) {
        if (block.tag(row) != Block.BLANK && !visitor.visit(base + row, column, block.value(row))) {
          return false;
        }
      }
    }
    return true;
  }

  boolean scan(int column, int firstRow, int lastRow, CellScan scan) {
    int lastBlock = Math.min(lastRow >>> Block.SHIFT, blocks.length - 1);
    for (int at = firstRow >>> Block.SHIFT; at <= lastBlock; at++) {
      Block block = blocks[at];
      if (block == null || block.isEmpty()) {
        continue;
      }
      int base = at << Block.SHIFT;
      int from = Math.max(firstRow - base, 0);
      if (!block.scan(base, column, from, lastRow - base + 1, scan)) {
        return false;
      }
    }
    return true;
  }

  void visitFormulas(int column, SheetCells.FormulaVisitor visitor) {
    for (int at = 0; at < blocks.length; at++) {
      Block block = blocks[at];
      if (block == null || !block.hasFormulas()) {
        continue;
      }
      for (int row = 0; row < block.height(); row++) {
        Template formula = block.formula(row);
        if (formula != null) {
          visitor.visit((at << Block.SHIFT) + row, column, formula);
        }
      }
    }
  }

  /// Copies rows to others that are empty here. Whole blocks that keep their place within a block
  /// are shared instead.
  ///
  /// @param first the first row to copy
  /// @param last the last row to copy
  /// @param to where the first row goes
  void take(Column from, int first, int last, int to, Object editor) {
    int distance = to - first;
    int end = Math.min(last, (from.blocks.length << Block.SHIFT) - 1);
    for (int row = first; row <= end; ) {
      int base = row & ~Block.MASK;
      int stop = Math.min(end, base + Block.MASK);
      Block block = from.blocks[row >>> Block.SHIFT];
      if (block != null) {
        boolean whole = row == base && (stop == base + Block.MASK || stop == end && end < last);
        take(block, row, stop, distance, whole, editor);
      }
      row = stop + 1;
    }
  }

  private void take(Block block, int first, int last, int distance, boolean whole, Object editor) {
    int index = (first + distance) >>> Block.SHIFT;
    if (whole && (distance & Block.MASK) == 0 && block(index) == null) {
      share(index, block);
      return;
    }
    for (int row = first; row <= last; ) {
      int to = row + distance;
      int count = Math.min(last - row + 1, Block.ROWS - (to & Block.MASK));
      owned(to >>> Block.SHIFT, editor).take(block, row & Block.MASK, count, to & Block.MASK);
      row += count;
    }
  }

  private void share(int index, Block block) {
    if (index >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(index + 1, blocks.length * 2));
    }
    blocks[index] = block;
  }

  /// Whether one of the formulas becomes another; this is changed accordingly.
  Column withFormulas(int column, SheetCells.FormulaChange change, Object editor) {
    Column changed = this;
    for (int at = 0; at < blocks.length; at++) {
      Block block = blocks[at];
      if (block != null && block.hasFormulas()) {
        changed = changed.withFormulas(at, block, column, change, editor);
      }
    }
    return changed;
  }

  private Column withFormulas(
      int index, Block block, int column, SheetCells.FormulaChange change, Object editor) {
    Column changed = this;
    int base = index << Block.SHIFT;
    for (int row = 0; row < block.height(); row++) {
      Template before = block.formula(row);
      if (before == null) {
        continue;
      }
      Template after = change.of(base + row, column, before);
      if (after != before) {
        changed = changed.ownedBy(editor);
        changed.owned(index, editor).setFormula(row, after);
      }
    }
    return changed;
  }

  int firstUsed(boolean withStyles) {
    for (int at = 0; at < blocks.length; at++) {
      Block block = blocks[at];
      for (int row = 0; block != null && row < Block.ROWS; row++) {
        if (isUsed(block, row, withStyles)) {
          return (at << Block.SHIFT) + row;
        }
      }
    }
    return -1;
  }

  int lastUsed(boolean withStyles) {
    for (int at = blocks.length - 1; at >= 0; at--) {
      Block block = blocks[at];
      for (int row = Block.ROWS - 1; block != null && row >= 0; row--) {
        if (isUsed(block, row, withStyles)) {
          return (at << Block.SHIFT) + row;
        }
      }
    }
    return -1;
  }

  private static boolean isUsed(Block block, int row, boolean withStyles) {
    return block.tag(row) != Block.BLANK
        || block.formula(row) != null
        || withStyles && block.style(row) != Block.NO_STYLE;
  }

  static void differences(
      int column,
      @Nullable Column now,
      @Nullable Column then,
      SheetCells.DifferenceVisitor visitor) {
    int count =
        Math.max(now == null ? 0 : now.blocks.length, then == null ? 0 : then.blocks.length);
    var empty = new Block((Object) null);
    for (int at = 0; at < count; at++) {
      Block after = now == null ? null : now.block(at);
      Block before = then == null ? null : then.block(at);
      if (after == before) {
        continue;
      }
      Block one = after == null ? empty : after;
      Block other = before == null ? empty : before;
      for (int row = 0; row < Block.ROWS; row++) {
        if (!one.sameAt(other, row)) {
          visitor.visit((at << Block.SHIFT) + row, column);
        }
      }
    }
  }
}
