package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.RowMarks;
import java.util.ArrayList;
import java.util.List;

/// Rows of a worksheet part that are read to change some of them: those between two marks.
///
/// @param first number of the mark before them
/// @param last number of the mark behind them
/// @param from where in the part they begin
/// @param to where they end
record RowStretch(int first, int last, long from, long to) {

  /// The rows around some others.
  ///
  /// @param rows in order
  static List<RowStretch> around(int[] rows, RowMarks marks) {
    var stretches = new ArrayList<RowStretch>();
    for (int row : rows) {
      int mark = marks.before(row);
      RowStretch before = stretches.isEmpty() ? null : stretches.getLast();
      if (before != null && mark < before.last) {
        continue;
      }
      int first = mark;
      if (before != null && mark == before.last) {
        first = before.first;
        stretches.removeLast();
      }
      stretches.add(new RowStretch(first, mark + 1, marks.offset(first), marks.offset(mark + 1)));
    }
    return stretches;
  }

  long bytes() {
    return to - from;
  }
}
