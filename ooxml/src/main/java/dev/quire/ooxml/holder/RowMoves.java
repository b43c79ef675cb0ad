package dev.quire.ooxml.holder;

import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where whole rows of a sheet go.
final class RowMoves {
  /// A stretch of rows that move alike.
  ///
  /// @param first the first row before
  /// @param last the last row before
  /// @param now where the first row is afterwards
  private record Stretch(int first, int last, int now) {}

  private final List<Shift> shifts;
  private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();

  /// @param shifts all moves on the sheet, of which those of whole rows are used
  RowMoves(List<Shift> shifts) {
    this.shifts = shifts.stream().filter(Shift::isWholeRows).toList();
    List<Stretch> all = List.of();
    if (!this.shifts.isEmpty()) {
      all = List.of(new Stretch(0, this.shifts.getFirst().limit() - 1, 0));
    }
    for (Shift each : this.shifts) {
      all = moved(all, each);
    }
    all.forEach(each -> stretches.put(each.first, each));
  }

  private static List<Stretch> moved(List<Stretch> before, Shift shift) {
    var after = new ArrayList<Stretch>();
    for (Stretch each : before) {
      int end = each.now + each.last - each.first;
      piece(each, each.now, Math.min(end, shift.first() - 1), shift, after);
      int from = shift.inserts() ? shift.first() : shift.last() + 1;
      int to = shift.inserts() ? shift.limit() - 1 - shift.count() : shift.limit() - 1;
      piece(each, Math.max(each.now, from), Math.min(end, to), shift, after);
    }
    return after;
  }

  private static void piece(Stretch of, int from, int to, Shift shift, List<Stretch> after) {
    if (from <= to) {
      int first = of.first + from - of.now;
      after.add(new Stretch(first, first + to - from, shift.moved(from)));
    }
  }

  boolean isEmpty() {
    return shifts.isEmpty();
  }

  /// The row afterwards, or [Shift#GONE].
  int now(int row) {
    if (shifts.isEmpty()) {
      return row;
    }
    var found = stretches.floorEntry(row);
    return found == null || row > found.getValue().last
        ? Shift.GONE
        : found.getValue().now + row - found.getValue().first;
  }

  /// New rows by the row of the file that they look like: the one above, when they came.
  Map<Integer, List<Integer>> fresh() {
    var fresh = new TreeMap<Integer, List<Integer>>();
    for (int at = 0; at < shifts.size(); at++) {
      Shift shift = shifts.get(at);
      int like = shift.inserts() ? origin(shift.first() - 1, at) : Shift.GONE;
      if (like != Shift.GONE) {
        List<Integer> rows = fresh.computeIfAbsent(like, _ -> new ArrayList<>());
        for (int row = shift.first(); row <= shift.last(); row++) {
          int now = later(row, at + 1);
          if (now != Shift.GONE) {
            rows.add(now);
          }
        }
      }
    }
    fresh.values().forEach(rows -> rows.sort(null));
    return fresh;
  }

  private int later(int row, int from) {
    int now = row;
    for (int at = from; at < shifts.size() && now != Shift.GONE; at++) {
      now = shifts.get(at).moved(now);
    }
    return now;
  }

  private int origin(int row, int before) {
    int origin = row;
    for (int at = before - 1; at >= 0 && origin >= 0; at--) {
      int earlier = shifts.get(at).origin(origin);
      origin = earlier == Shift.GONE ? shifts.get(at).first() - 1 : earlier;
    }
    return origin < 0 ? Shift.GONE : origin;
  }
}
