package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Leaves out of the arrays of a file those that overlap another one, which only damaged files
/// have. Goes down the rows once, so that a file of a million arrays is no trouble.
final class DisjointAreas {
  private static final Comparator<ArrayArea> DOWNWARDS =
      Comparator.comparingInt((ArrayArea each) -> each.area().firstRow())
          .thenComparingInt(each -> each.area().firstColumn());

  /// The areas that reach down to the present row, by their first column; they are disjoint.
  private final TreeMap<Integer, Area> open = new TreeMap<>();

  private final PriorityQueue<Area> byEnd =
      new PriorityQueue<>(Comparator.comparingInt(Area::lastRow));

  private DisjointAreas() {}

  /// The arrays that overlap none above or to the left of them, downwards.
  static List<ArrayArea> of(List<ArrayArea> arrays) {
    var sweep = new DisjointAreas();
    var kept = new ArrayList<ArrayArea>();
    for (ArrayArea each : arrays.stream().sorted(DOWNWARDS).toList()) {
      if (sweep.takes(each.area())) {
        kept.add(each);
      }
    }
    return kept;
  }

  private boolean takes(Area area) {
    while (!byEnd.isEmpty() && byEnd.peek().lastRow() < area.firstRow()) {
      open.remove(byEnd.remove().firstColumn());
    }
    Map.Entry<Integer, Area> left = open.floorEntry(area.lastColumn());
    if (left != null && left.getValue().lastColumn() >= area.firstColumn()) {
      return false;
    }
    open.put(area.firstColumn(), area);
    byEnd.add(area);
    return true;
  }
}
