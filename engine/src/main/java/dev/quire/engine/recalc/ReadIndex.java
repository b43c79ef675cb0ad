package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which runs read a changed area of one sheet. A read of few columns stands in the tree of
/// each of them, a wider one in a tree of its own, so that a column is asked only about itself.
final class ReadIndex {
  private static final int NARROW = 8;

  /// A read of a run, with the area that the whole run reads.
  record Entry(Run run, BoundRead read, Area area) {}

  /// Is shown the entries that may read a changed area.
  @FunctionalInterface
  interface EntryVisitor {
    void visit(Entry entry);
  }

  private final Map<Integer, RowTree> narrow = new HashMap<>();
  private final RowTree wide;

  private ReadIndex(Map<Integer, List<Entry>> narrow, List<Entry> wide) {
    narrow.forEach((column, entries) -> this.narrow.put(column, new RowTree(entries)));
    this.wide = new RowTree(wide);
  }

  /// An index of each sheet that is read at all.
  static Map<Integer, ReadIndex> of(List<Run> runs) {
    var entries = new HashMap<Integer, List<Entry>>();
    for (Run run : runs) {
      for (BoundRead read : run.reads()) {
        entries
            .computeIfAbsent(read.sheet(), _ -> new ArrayList<>())
            .add(new Entry(run, read, read.area().over(run.area())));
      }
    }
    var indexes = new HashMap<Integer, ReadIndex>();
    entries.forEach((sheet, list) -> indexes.put(sheet, of0(list)));
    return indexes;
  }

  private static ReadIndex of0(List<Entry> entries) {
    var narrow = new HashMap<Integer, List<Entry>>();
    var wide = new ArrayList<Entry>();
    for (Entry entry : entries) {
      Area area = entry.area();
      if (area.columns() > NARROW) {
        wide.add(entry);
        continue;
      }
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        narrow.computeIfAbsent(column, _ -> new ArrayList<>()).add(entry);
      }
    }
    return new ReadIndex(narrow, wide);
  }

  /// Shows the reads that meet the changed area; one of several columns may be shown repeatedly.
  void visit(Area changed, EntryVisitor visitor) {
    wide.visit(changed, visitor);
    if (changed.columns() < narrow.size()) {
      for (int column = changed.firstColumn(); column <= changed.lastColumn(); column++) {
        RowTree tree = narrow.get(column);
        if (tree != null) {
          tree.visit(changed, visitor);
        }
      }
    } else {
      narrow.forEach((column, tree) -> {
        if (column >= changed.firstColumn() && column <= changed.lastColumn()) {
          tree.visit(changed, visitor);
        }
      });
    }
  }
}
