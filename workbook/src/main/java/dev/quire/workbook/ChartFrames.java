package dev.quire.workbook;

import dev.quire.engine.ref.Grid;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartFrame.Corner;

/// Where charts lie, in points from the upper left corner of the sheet.
public final class ChartFrames {
  /// EMU in a point.
  public static final int EMU = 12_700;

  /// Points that no screen shows.
  private static final double INVISIBLE = 0.01;

  private ChartFrames() {}

  /// A rectangle of a sheet, in points.
  public record Box(double left, double top, double width, double height) {
    /// Whether nobody can tell this rectangle from another.
    public boolean isAt(Box other) {
      return Math.abs(left - other.left) < INVISIBLE
          && Math.abs(top - other.top) < INVISIBLE
          && Math.abs(width - other.width) < INVISIBLE
          && Math.abs(height - other.height) < INVISIBLE;
    }
  }

  /// The rectangle that a frame covers.
  public static Box box(SheetLayout layout, ChartFrame frame) {
    double left = left(layout, frame.from());
    double top = top(layout, frame.from());
    return new Box(
        left,
        top,
        Math.max(0, left(layout, frame.to()) - left),
        Math.max(0, top(layout, frame.to()) - top));
  }

  /// The frame of a rectangle. It ends with the sheet.
  ///
  /// @param follows what it does when cells move
  public static ChartFrame frame(SheetLayout layout, Box box, ChartFrame.Follows follows) {
    return new ChartFrame(
        corner(layout, box.left(), box.top()),
        corner(layout, box.left() + box.width(), box.top() + box.height()),
        follows);
  }

  /// A frame when rows and columns have other sizes. What moves with cells and is not sized with
  /// them stays as large as it was, what does neither also stays where it was.
  ///
  /// @param old the frame before
  /// @param now where its corners lie afterwards
  static ChartFrame kept(ChartFrame old, SheetLayout before, ChartFrame now, SheetLayout after) {
    if (now.follows() == ChartFrame.Follows.MOVE_AND_SIZE) {
      return now;
    }
    Box was = box(before, old);
    Box is = box(after, now);
    boolean moves = now.follows() == ChartFrame.Follows.MOVE;
    Box wanted = moves ? new Box(is.left(), is.top(), was.width(), was.height()) : was;
    if (is.isAt(wanted)) {
      return now;
    }
    ChartFrame placed = frame(after, wanted, now.follows());
    return moves ? new ChartFrame(now.from(), placed.to(), now.follows()) : placed;
  }

  /// The lower right corner of a cell.
  public static Corner end(SheetLayout layout, int row, int column) {
    return new Corner(row, column, emu(layout.rowPoints(row)), emu(layout.columnPoints(column)));
  }

  /// Offsets beyond the cell count as far as the cell goes.
  private static double left(SheetLayout layout, Corner corner) {
    double left = 0;
    for (int column = 0; column < corner.column(); column++) {
      left += layout.columnPoints(column);
    }
    return left + Math.min((double) corner.rightEmu() / EMU, layout.columnPoints(corner.column()));
  }

  private static double top(SheetLayout layout, Corner corner) {
    return layout.topPoints(corner.row())
        + Math.min((double) corner.downEmu() / EMU, layout.rowPoints(corner.row()));
  }

  private static Corner corner(SheetLayout layout, double left, double top) {
    int column = 0;
    double x = left;
    while (column < Grid.COLUMNS - 1 && x >= layout.columnPoints(column)) {
      x -= layout.columnPoints(column++);
    }
    int row = row(layout, top);
    double y = top - layout.topPoints(row);
    return new Corner(
        row,
        column,
        emu(Math.min(y, layout.rowPoints(row))),
        emu(Math.min(x, layout.columnPoints(column))));
  }

  private static long emu(double points) {
    return Math.round(points * EMU);
  }

  /// The row in which a height lies.
  private static int row(SheetLayout layout, double top) {
    int low = 0;
    int high = Grid.ROWS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (layout.topPoints(middle) <= top) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
