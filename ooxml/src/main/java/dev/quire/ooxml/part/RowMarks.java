package dev.quire.ooxml.part;

import java.util.Arrays;
import java.util.Optional;

/// Where in a worksheet part some of its rows begin, about one in each [#STEP] bytes. Immutable.
public final class RowMarks {
  /// Bytes from one mark to the next, about.
  public static final int STEP = 1 << 16;

  private final int[] rows;
  private final long[] offsets;
  private final long end;

  private RowMarks(int[] rows, long[] offsets, long end) {
    this.rows = rows;
    this.offsets = offsets;
    this.end = end;
  }

  /// The number of the last mark that does not stand behind this row.
  public int before(int row) {
    int found = Arrays.binarySearch(rows, row);
    return found >= 0 ? found : -found - 2;
  }

  /// Number of marks. The first one stands behind the start tag of the rows and counts as row 0.
  public int size() {
    return rows.length;
  }

  /// The row at which a mark stands.
  public int row(int mark) {
    return rows[mark];
  }

  /// Where a mark stands; that behind the last one is where the rows end.
  public long offset(int mark) {
    return mark == rows.length ? end : offsets[mark];
  }

  /// Collects marks while rows are read or written in the order in which they stand. What says that
  /// rows are out of order, or do not tell their number, leads to no marks at all.
  public static final class Builder {
    private int[] rows = new int[16];
    private long[] offsets = new long[16];
    private int size;
    private int last = -1;
    private long end = -1;
    private boolean useless;

    /// The rows begin.
    ///
    /// @param offset behind their start tag
    public void begin(long offset) {
      useless |= size > 0;
      mark(0, offset);
    }

    /// A row begins.
    ///
    /// @param isTold whether the part tells its number
    public void row(int row, long offset, boolean isTold) {
      useless |= row <= last || !isTold || size == 0;
      last = row;
      if (size > 0 && offset - offsets[size - 1] >= STEP) {
        mark(row, offset);
      }
    }

    /// Takes a mark as it is.
    public void mark(int row, long offset) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
        offsets = Arrays.copyOf(offsets, size * 2);
      }
      rows[size] = row;
      offsets[size++] = offset;
    }

    /// The rows end.
    ///
    /// @param offset of their end tag
    public void end(long offset) {
      useless |= end >= 0;
      end = offset;
    }

    /// The marks, unless there are none that help.
    public Optional<RowMarks> marks() {
      return useless || size == 0 || end < 0
          ? Optional.empty()
          : Optional.of(new RowMarks(Arrays.copyOf(rows, size), Arrays.copyOf(offsets, size), end));
    }
  }
}
