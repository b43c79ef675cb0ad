package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which runs read a changed area of one sheet, or lie in it. An area of few columns stands
/// in the tree of each of them, a wider one in a tree of its own, so that a column is asked only
/// about itself.
final class ReadIndex {
  private static final int NARROW = 8;

  /// The number of a read that stands for the cells of the run themselves.
  private static final int ITSELF = -1;

  /// A read of a run, with the area that the whole run reads.
  ///
  /// @param number of the read among those of the run
  record Entry(Run run, int number, Area area) {
    BoundRead read() {
      return run.reads().get(number);
    }
  }

  /// Is shown the entries that may meet an area.
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

  /// For each sheet that is read at all, who reads where.
  static Map<Integer, ReadIndex> ofReads(List<Run> runs) {
    var entries = new HashMap<Integer, List<Entry>>();
    for (Run run : runs) {
      List<BoundRead> reads = run.reads();
      for (int number = 0; number < reads.size(); number++) {
        BoundRead read = reads.get(number);
        entries
            .computeIfAbsent(read.sheet(), _ -> new ArrayList<>())
            .add(new Entry(run, number, read.area().over(run.area())));
      }
    }
    return ofSheets(entries);
  }

  /// For each sheet with formulas, which run lies where.
  static Map<Integer, ReadIndex> ofPlaces(List<Run> runs) {
    var entries = new HashMap<Integer, List<Entry>>();
    for (Run run : runs) {
      entries
          .computeIfAbsent(run.sheet(), _ -> new ArrayList<>())
          .add(new Entry(run, ITSELF, run.area()));
    }
    return ofSheets(entries);
  }

  private static Map<Integer, ReadIndex> ofSheets(Map<Integer, List<Entry>> entries) {
    var indexes = new HashMap<Integer, ReadIndex>();
    entries.forEach((sheet, list) -> indexes.put(sheet, ofSheet(list)));
    return indexes;
  }

  private static ReadIndex ofSheet(List<Entry> entries) {
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

  /// Shows the entries that meet an area; one of several columns may be shown repeatedly.
  void visit(Area area, EntryVisitor visitor) {
    wide.visit(area, visitor);
    if (area.columns() < narrow.size()) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        RowTree tree = narrow.get(column);
        if (tree != null) {
          tree.visit(area, visitor);
        }
      }
    } else {
      narrow.forEach((column, tree) -> {
        if (column >= area.firstColumn() && column <= area.lastColumn()) {
          tree.visit(area, visitor);
        }
      });
    }
  }
}
