package dev.quire.workbook.chart;

import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.workbook.chart.ChartFrame.Corner;
import dev.quire.workbook.chart.ChartFrame.Follows;

/// Where drawings go when the cells below them move.
public final class FrameShift {
  private FrameShift() {}

  /// The frame afterwards.
  public static ChartFrame apply(ChartFrame frame, Shift shift) {
    Corner first = frame.from();
    Corner last = frame.to();
    boolean held =
        shift.isInBand(first.row(), first.column())
            && shift.isInBand(
                last.downEmu() > 0 ? last.row() : Math.max(first.row(), last.row() - 1),
                last.rightEmu() > 0 ? last.column() : Math.max(first.column(), last.column() - 1));
    if (frame.follows() == Follows.NOTHING || !held) {
      return frame;
    }
    Corner from = moved(shift, first, true);
    Corner to =
        frame.follows() == Follows.MOVE_AND_SIZE
            ? moved(shift, last, false)
            : new Corner(
                Math.min(last.row() + from.row() - first.row(), Grid.ROWS - 1),
                Math.min(last.column() + from.column() - first.column(), Grid.COLUMNS - 1),
                last.downEmu(),
                last.rightEmu());
    return new ChartFrame(from, to, frame.follows());
  }

  /// Where a corner goes.
  ///
  /// @param first whether it is the top left corner; the other one stays when cells come right at
  ///   the edge that it lies on
  public static Corner moved(Shift shift, Corner corner, boolean first) {
    int at = shift.isVertical() ? corner.row() : corner.column();
    boolean inside = (shift.isVertical() ? corner.downEmu() : corner.rightEmu()) > 0;
    boolean onEdge = !first && !inside && shift.inserts() && at == shift.first();
    int moved = onEdge ? at : shift.moved(at);
    boolean gone = moved == Shift.GONE;
    int now = gone ? shift.inserts() ? shift.limit() - 1 : shift.first() : moved;
    return shift.isVertical()
        ? new Corner(now, corner.column(), gone ? 0 : corner.downEmu(), corner.rightEmu())
        : new Corner(corner.row(), now, corner.downEmu(), gone ? 0 : corner.rightEmu());
  }
}
