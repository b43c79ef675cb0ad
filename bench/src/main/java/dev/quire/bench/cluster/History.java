package dev.quire.bench.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What clients did to cells and saw of them, and whether one cell that is changed at moments could
/// have shown it: linearizability of a register whose written values are all different (Gibbons and
/// Korach, *Testing shared memories*, SIAM J. Comput. 26(4), 1997). Safe to use from many threads.
final class History {
  /// What a cell holds before anybody has written.
  static final int NOTHING = 0;

  /// An operation whose end nobody knows may take effect at any time.
  static final long NEVER = Long.MAX_VALUE;

  /// @param begun when it was sent, and
  /// @param ended when its answer was there, by one clock
  record Op(boolean isWrite, int value, long begun, long ended) {}

  /// All operations with one value. It is the value of the cell from some moment before `firstEnd`
  /// until some moment after `lastBegin`.
  private record Zone(int value, long firstEnd, long lastBegin) {
    /// Whether the cell must have held the value for a while.
    boolean isForward() {
      return firstEnd < lastBegin;
    }

    long from() {
      return Math.min(firstEnd, lastBegin);
    }

    long to() {
      return Math.max(firstEnd, lastBegin);
    }
  }

  private final Map<String, List<Op>> cells = new HashMap<>();

  synchronized void add(String cell, Op op) {
    cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(op);
  }

  synchronized int size() {
    return cells.values().stream().mapToInt(List::size).sum();
  }

  /// @return a sentence for everything that no single cell could have shown
  synchronized List<String> wrong() {
    var wrong = new ArrayList<String>();
    cells.forEach((cell, ops) -> wrong(ops).forEach(each -> wrong.add(cell + ": " + each)));
    return wrong;
  }

  static List<String> wrong(List<Op> ops) {
    var wrong = new ArrayList<String>();
    var byValue = new HashMap<Integer, List<Op>>();
    byValue.computeIfAbsent(NOTHING, _ -> new ArrayList<>()).add(new Op(true, NOTHING, -1, 0));
    ops.forEach(op -> byValue.computeIfAbsent(op.value(), _ -> new ArrayList<>()).add(op));
    var zones = new ArrayList<Zone>();
    byValue.forEach((value, same) -> {
      var write = same.stream().filter(Op::isWrite).findFirst();
      if (write.isEmpty()) {
        wrong.add("%d was read, which nobody wrote".formatted(value));
        return;
      }
      long written = write.get().begun();
      if (same.stream().anyMatch(op -> op.ended() < written)) {
        wrong.add("%d was read before it was written".formatted(value));
      }
      boolean isSeen = same.size() > 1 || write.get().ended() != NEVER;
      if (isSeen) {
        zones.add(zone(value, same));
      }
    });
    compare(zones, wrong);
    return wrong;
  }

  private static Zone zone(int value, List<Op> same) {
    return new Zone(
        value,
        same.stream().mapToLong(Op::ended).min().orElseThrow(),
        same.stream().mapToLong(Op::begun).max().orElseThrow());
  }

  private static void compare(List<Zone> zones, List<String> wrong) {
    for (Zone one : zones) {
      for (Zone other : zones) {
        if (one.value() < other.value() && one.isForward() && other.isForward()) {
          if (one.from() < other.to() && other.from() < one.to()) {
            wrong.add(
                "%d and %d were there at the same time: lost, reordered or split"
                    .formatted(one.value(), other.value()));
          }
        }
        if (one.isForward()
            && !other.isForward()
            && one.from() < other.from()
            && other.to() < one.to()) {
          wrong.add("%d came and went while %d was there".formatted(other.value(), one.value()));
        }
      }
    }
  }
}
