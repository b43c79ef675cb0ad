package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An interval tree over rows, laid out as a sorted array: the middle of each stretch is the root
/// of its subtree and knows the last row found below it (Cormen et al., interval trees).
final class RowTree {
  private final ReadIndex.Entry[] entries;
  private final int[] firstRows;
  private final int[] lastRows;

  RowTree(List<ReadIndex.Entry> unsorted) {
    entries = unsorted.toArray(ReadIndex.Entry[]::new);
    Arrays.sort(entries, Comparator.comparingInt(entry -> entry.area().firstRow()));
    firstRows = Stream.of(entries).mapToInt(entry -> entry.area().firstRow()).toArray();
    lastRows = new int[entries.length];
    augment(0, entries.length);
  }

  private int augment(int from, int to) {
    if (from >= to) {
      return -1;
    }
    int middle = (from + to) >>> 1;
    int last = entries[middle].area().lastRow();
    last = Math.max(last, augment(from, middle));
    last = Math.max(last, augment(middle + 1, to));
    lastRows[middle] = last;
    return last;
  }

  void visit(Area changed, ReadIndex.EntryVisitor visitor) {
    visit(0, entries.length, changed, visitor);
  }

  private void visit(int from, int to, Area changed, ReadIndex.EntryVisitor visitor) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    if (lastRows[middle] < changed.firstRow()) {
      return;
    }
    visit(from, middle, changed, visitor);
    if (firstRows[middle] > changed.lastRow()) {
      return;
    }
    ReadIndex.Entry entry = entries[middle];
    if (entry.area().intersects(changed)) {
      visitor.visit(entry);
    }
    visit(middle + 1, to, changed, visitor);
  }
}
