package dev.quire.engine.cells;

import dev.quire.engine.formula.ColumnIndex;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cells of a column, or of a row, in groups of equal values. A hash table leads to the groups;
/// the rows of each lie together, in order.
final class EqualCells implements ColumnIndex {
  private final int[] groupOfRow;
  private final int[] starts;
  private final int[] rows;
  private final Keys keys;
  private volatile @Nullable Sorted latest;

  /// What was sorted last. Two threads may both sort; both are right.
  private record Sorted(int firstRow, int lastRow, Optional<double[]> numbers) {}

  private EqualCells(int[] groupOfRow, Keys keys) {
    this.groupOfRow = groupOfRow;
    this.keys = keys;
    this.starts = new int[keys.size() + 1];
    int used = 0;
    for (int group : groupOfRow) {
      if (group != NONE) {
        starts[group + 1]++;
        used++;
      }
    }
    for (int group = 1; group < starts.length; group++) {
      starts[group] += starts[group - 1];
    }
    this.rows = new int[used];
    int[] next = Arrays.copyOf(starts, keys.size());
    for (int row = 0; row < groupOfRow.length; row++) {
      if (groupOfRow[row] != NONE) {
        rows[next[groupOfRow[row]]++] = row;
      }
    }
  }

  static EqualCells of(@Nullable Block[] blocks) {
    var groups = new int[blocks.length << Block.SHIFT];
    Arrays.fill(groups, NONE);
    var keys = new Keys();
    for (int at = 0; at < blocks.length; at++) {
      Block block = blocks[at];
      for (int row = 0; block != null && row < block.height(); row++) {
        groups[(at << Block.SHIFT) + row] = keys.add(block, row);
      }
    }
    return new EqualCells(groups, keys);
  }

  /// The cells of a row: what is called rows here are its columns.
  static EqualCells along(@Nullable Column[] columns, int row) {
    var groups = new int[columns.length];
    var keys = new Keys();
    for (int at = 0; at < columns.length; at++) {
      Column column = columns[at];
      Block block = column == null ? null : column.block(row >>> Block.SHIFT);
      groups[at] = block == null ? NONE : keys.add(block, row & Block.MASK);
    }
    return new EqualCells(groups, keys);
  }

  @Override
  public int group(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> keys.find(number);
      case TextValue(String text) -> keys.find(text);
      case LogicalValue _, ErrorValue _ -> keys.findTag(Block.tagOf(value));
      case BlankValue _ -> NONE;
    };
  }

  @Override
  public int groupAt(int row) {
    return row < groupOfRow.length ? groupOfRow[row] : NONE;
  }

  @Override
  public int count(int group, int firstRow, int lastRow) {
    return group == NONE ? 0 : from(group, lastRow + 1) - from(group, firstRow);
  }

  @Override
  public int first(int group, int firstRow, int lastRow) {
    int at = group == NONE ? 0 : from(group, firstRow);
    boolean found = group != NONE && at < starts[group + 1] && rows[at] <= lastRow;
    return found ? rows[at] : NONE;
  }

  @Override
  public int last(int group, int firstRow, int lastRow) {
    int at = group == NONE ? 0 : from(group, lastRow + 1) - 1;
    boolean found = group != NONE && at >= starts[group] && rows[at] >= firstRow;
    return found ? rows[at] : NONE;
  }

  @Override
  public void visit(int group, int firstRow, int lastRow, RowVisitor visitor) {
    if (group == NONE) {
      return;
    }
    for (int at = from(group, firstRow); at < starts[group + 1] && rows[at] <= lastRow; at++) {
      if (!visitor.visit(rows[at])) {
        return;
      }
    }
  }

  @Override
  public void visitBoth(
      int group,
      int firstRow,
      int lastRow,
      ColumnIndex other,
      int distance,
      int otherGroup,
      RowVisitor visitor) {
    if (group == NONE || !(other instanceof EqualCells that)) {
      return;
    }
    int[] groups = that.groupOfRow;
    for (int at = from(group, firstRow); at < starts[group + 1] && rows[at] <= lastRow; at++) {
      int place = rows[at] + distance;
      boolean both = place >= 0 && place < groups.length && groups[place] == otherGroup;
      if (both && !visitor.visit(rows[at])) {
        return;
      }
    }
  }

  @Override
  public Optional<double[]> sorted(int firstRow, int lastRow) {
    Sorted known = latest;
    if (known == null || known.firstRow() != firstRow || known.lastRow() != lastRow) {
      known = new Sorted(firstRow, lastRow, sortedNow(firstRow, lastRow));
      latest = known;
    }
    return known.numbers();
  }

  private Optional<double[]> sortedNow(int firstRow, int lastRow) {
    int end = Math.min(lastRow + 1, groupOfRow.length);
    var numbers = new double[Math.max(0, end - firstRow)];
    int count = 0;
    for (int row = firstRow; row < end; row++) {
      int group = groupOfRow[row];
      if (group != NONE && keys.isError(group)) {
        return Optional.empty();
      }
      if (group != NONE && keys.isNumber(group)) {
        numbers[count++] = keys.number(group);
      }
    }
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    return Optional.of(sorted);
  }

  @Override
  public boolean hasDigitsInTexts() {
    return keys.digits;
  }

  /// The place of the first row of a group from one on.
  private int from(int group, int row) {
    int begin = starts[group];
    int end = starts[group + 1];
    if (begin < end && rows[begin] >= row) {
      return begin;
    }
    int at = Arrays.binarySearch(rows, begin, end, row);
    return at < 0 ? -at - 1 : at;
  }

  /// Numbers the different values, in a table with open addressing.
  private static final class Keys {
    private static final int MULTIPLIER = 0x9E3779B9;
    private static final long TAG_BITS = 0x7FF8_0000_0000_0100L;
    private static final long TAG_MASK = 0xFFL;
    private static final long TEXT_BITS = 0xFFF8_0000_0000_0000L;
    private static final long TEXT_MASK = 0x7_FFFF_FFFF_FFFFL;
    private int[] table = new int[256];
    private long[] bits = new long[64];
    private @Nullable String[] texts = new @Nullable String[64];
    private int size;
    private boolean digits;

    int size() {
      return size;
    }

    /// The group of a cell; [#NONE] for a blank one.
    int add(Block block, int row) {
      byte tag = block.tag(row);
      if (tag == Block.NUMBER) {
        return add(block.number(row));
      }
      if (tag == Block.TEXT) {
        return add(block.text(row));
      }
      return tag == Block.BLANK ? NONE : addTag(tag);
    }

    private static boolean hasDigit(String text) {
      for (int at = 0; at < text.length(); at++) {
        if (Character.isDigit(text.charAt(at))) {
          return true;
        }
      }
      return false;
    }

    private int add(double number) {
      long key = Double.doubleToRawLongBits(number);
      int slot = slot(key, null);
      return table[slot] != 0 ? table[slot] - 1 : put(slot, key, null);
    }

    private int add(String text) {
      digits = digits || hasDigit(text);
      long key = folded(text);
      int slot = slot(key, text);
      return table[slot] != 0 ? table[slot] - 1 : put(slot, key, text);
    }

    /// A logical or an error: bits that no number has.
    private int addTag(byte tag) {
      long key = tagged(tag);
      int slot = slot(key, null);
      return table[slot] != 0 ? table[slot] - 1 : put(slot, key, null);
    }

    int find(double number) {
      return table[slot(Double.doubleToRawLongBits(number), null)] - 1;
    }

    int find(String text) {
      return table[slot(folded(text), text)] - 1;
    }

    int findTag(byte tag) {
      return table[slot(tagged(tag), null)] - 1;
    }

    private static long tagged(byte tag) {
      return TAG_BITS | tag;
    }

    /// Texts and tags have bits of what is no number.
    boolean isNumber(int group) {
      return !Double.isNaN(number(group));
    }

    double number(int group) {
      return Double.longBitsToDouble(bits[group]);
    }

    boolean isError(int group) {
      boolean isTag = (bits[group] & ~TAG_MASK) == TAG_BITS;
      return isTag && (bits[group] & TAG_MASK) >= Block.ERROR;
    }

    private int slot(long key, @Nullable String text) {
      int mask = table.length - 1;
      int slot = spread(key) & mask;
      while (table[slot] != 0 && !holds(table[slot] - 1, key, text)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private boolean holds(int group, long key, @Nullable String text) {
      return bits[group] == key && (text == null || text.equalsIgnoreCase(texts[group]));
    }

    private int put(int slot, long key, @Nullable String text) {
      if (size == bits.length) {
        bits = Arrays.copyOf(bits, size * 2);
        texts = Arrays.copyOf(texts, size * 2);
      }
      bits[size] = key;
      texts[size] = text;
      table[slot] = ++size;
      if (size * 2 > table.length) {
        grow();
      }
      return size - 1;
    }

    private void grow() {
      table = new int[table.length * 4];
      int mask = table.length - 1;
      for (int group = 0; group < size; group++) {
        int slot = spread(bits[group]) & mask;
        while (table[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        table[slot] = group + 1;
      }
    }

    private static int spread(long key) {
      int mixed = (int) (key ^ key >>> 32) * MULTIPLIER;
      return mixed ^ mixed >>> 15;
    }

    /// Equal for texts that differ only in case; bits that no number has.
    private static long folded(String text) {
      long hash = text.length();
      for (int at = 0; at < text.length(); at++) {
        char c = text.charAt(at);
        // Letters of two units have case too: those count by their number only.
        if (!Character.isSurrogate(c)) {
          hash = hash * 31 + fold(c);
        }
      }
      return TEXT_BITS | hash & TEXT_MASK;
    }

    private static char fold(char c) {
      if (c < 128) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      }
      return Character.toLowerCase(Character.toUpperCase(c));
    }
  }
}
