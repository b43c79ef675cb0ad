package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.RowMarks;
import java.util.ArrayList;
import java.util.List;

/// Notes where stretches of rows come to lie while the small part made of them is changed, and
/// which marks the whole part has afterwards.
final class StretchWatch implements RowWatch {
  private final RowMarks marks;
  private final List<RowStretch> stretches;

  /// Where in the small part each stretch begins.
  private final long[] offsets;

  /// Where in its new form each begins; behind them, where the last one ends.
  private final int[] starts;

  private final List<Mark> found = new ArrayList<>();
  private int next;
  private int nextMark;

  private record Mark(int stretch, int row, long written) {}

  /// @param headBytes size of what stands in the small part before the stretches
  StretchWatch(RowMarks marks, List<RowStretch> stretches, long headBytes) {
    this.marks = marks;
    this.stretches = stretches;
    this.offsets = new long[stretches.size()];
    this.starts = new int[stretches.size() + 1];
    long at = headBytes;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += stretches.get(i).bytes();
    }
  }

  @Override
  public void begin(long written) {
    starts[0] = (int) written;
    reach(written);
  }

  private void reach(long written) {
    starts[next] = (int) written;
    nextMark = stretches.get(next).first();
    next++;
    mark(marks.row(nextMark), written);
    nextMark++;
  }

  @Override
  public void row(int row, long offset, long written) {
    if (next < offsets.length && offset == offsets[next]) {
      reach(written);
      return;
    }
    RowStretch stretch = stretches.get(next - 1);
    boolean old =
        nextMark < stretch.last()
            && offset - offsets[next - 1] == marks.offset(nextMark) - stretch.from();
    if (old) {
      nextMark++;
      mark(row, written);
    } else {
      newRow(row, written);
    }
  }

  @Override
  public void newRow(int row, long written) {
    if (written - found.getLast().written >= RowMarks.STEP) {
      mark(row, written);
    }
  }

  private void mark(int row, long written) {
    found.add(new Mark(next - 1, row, written));
  }

  @Override
  public void end(long written) {
    starts[stretches.size()] = (int) written;
  }

  /// Where in the new small part a stretch begins.
  int start(int stretch) {
    return starts[stretch];
  }

  /// Where it ends.
  int end(int stretch) {
    return starts[stretch + 1];
  }

  /// The marks of the whole part as it is now.
  RowMarks marks() {
    var all = new RowMarks.Builder();
    int from = 0;
    int at = 0;
    long longer = starts[0] - marks.offset(0);
    for (int i = 0; i < stretches.size(); i++) {
      RowStretch stretch = stretches.get(i);
      for (; from < stretch.first(); from++) {
        all.mark(marks.row(from), marks.offset(from) + longer);
      }
      for (; at < found.size() && found.get(at).stretch == i; at++) {
        all.mark(found.get(at).row, found.get(at).written - starts[i] + stretch.from() + longer);
      }
      from = stretch.last();
      longer += end(i) - start(i) - stretch.bytes();
    }
    for (; from < marks.size(); from++) {
      all.mark(marks.row(from), marks.offset(from) + longer);
    }
    all.end(marks.offset(marks.size()) + longer);
    return all.marks().orElseThrow();
  }
}
