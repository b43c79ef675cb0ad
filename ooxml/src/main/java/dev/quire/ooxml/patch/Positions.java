package dev.quire.ooxml.patch;

import dev.quire.engine.ref.Area;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Positions of cells in reading order. First all are added, then [#sort] is called, then they are
/// read from the first to the last.
final class Positions {
  private static final int COLUMN_BITS = 14;

  private long[] packed = new long[16];
  private int size;
  private int next;

  void add(int row, int column) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size * 2);
    }
    packed[size++] = packed(row, column);
  }

  /// Puts them in order and drops those given twice.
  void sort() {
    Arrays.sort(packed, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || packed[i] != packed[kept - 1]) {
        packed[kept++] = packed[i];
      }
    }
    size = kept;
    rewind();
  }

  void rewind() {
    next = 0;
  }

  int size() {
    return size;
  }

  /// Whether the next position lies before this row, or in it and before this column, which may be
  /// the one behind the last.
  boolean nextIsBefore(int row, int column) {
    return next < size && packed[next] < ((long) row << COLUMN_BITS) + column;
  }

  /// Whether the next position lies in this row.
  boolean nextIsIn(int row) {
    return next < size && row() == row;
  }

  /// Whether the next position is this one.
  boolean nextIs(int row, int column) {
    return next < size && packed[next] == packed(row, column);
  }

  boolean hasNext() {
    return next < size;
  }

  /// The row of each.
  IntStream rows() {
    return Arrays.stream(packed, 0, size).mapToInt(each -> (int) (each >>> COLUMN_BITS));
  }

  /// Row of the next position.
  int row() {
    return (int) (packed[next] >>> COLUMN_BITS);
  }

  /// Column of the next position.
  int column() {
    return (int) packed[next] & ((1 << COLUMN_BITS) - 1);
  }

  /// Column of the last position in the row of the next one.
  int lastColumnInRow() {
    int at = next;
    while (at + 1 < size && packed[at + 1] >>> COLUMN_BITS == packed[next] >>> COLUMN_BITS) {
      at++;
    }
    return (int) packed[at] & ((1 << COLUMN_BITS) - 1);
  }

  void skip() {
    next++;
  }

  /// Whether one of them lies in an area.
  boolean touch(Area area) {
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      int at = firstFrom(row, area.firstColumn());
      if (at < size && packed[at] <= packed(row, area.lastColumn())) {
        return true;
      }
    }
    return false;
  }

  private int firstFrom(int row, int column) {
    int at = Arrays.binarySearch(packed, 0, size, packed(row, column));
    return at < 0 ? -at - 1 : at;
  }

  private static long packed(int row, int column) {
    return (long) row << COLUMN_BITS | column;
  }

  /// Whether this position is among them.
  boolean contains(int row, int column) {
    return Arrays.binarySearch(packed, 0, size, packed(row, column)) >= 0;
  }
}
