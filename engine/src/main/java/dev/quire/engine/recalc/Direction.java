package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Coordinate;
import dev.quire.engine.formula.RelativeArea;
import java.util.List;

/// In which order the cells of a run are calculated, so that a run that reads itself finds what it
/// reads calculated.
enum Direction {
  /// Column by column from the left, each downwards.
  COLUMNS_DOWN(true, false, false),
  /// Row by row from the top, each to the right.
  ROWS_RIGHT(false, false, false),
  /// Column by column from the left, each upwards.
  COLUMNS_UP(true, true, false),
  /// Row by row from the top, each to the left.
  ROWS_LEFT(false, false, true),
  /// Column by column from the right, each downwards.
  COLUMNS_DOWN_FROM_RIGHT(true, false, true),
  /// Row by row from the bottom, each to the right.
  ROWS_RIGHT_FROM_BOTTOM(false, true, false),
  /// Column by column from the right, each upwards.
  COLUMNS_UP_FROM_RIGHT(true, true, true),
  /// Row by row from the bottom, each to the left.
  ROWS_LEFT_FROM_BOTTOM(false, true, true);

  private final boolean byColumns;
  private final boolean upwards;
  private final boolean leftwards;

  Direction(boolean byColumns, boolean upwards, boolean leftwards) {
    this.byColumns = byColumns;
    this.upwards = upwards;
    this.leftwards = leftwards;
  }

  boolean byColumns() {
    return byColumns;
  }

  boolean upwards() {
    return upwards;
  }

  boolean leftwards() {
    return leftwards;
  }

  /// The orders in which neighbours follow one another, the one for high areas first.
  static final List<Direction> HIGH = List.of(COLUMNS_DOWN, ROWS_RIGHT);

  /// The same with the one for wide areas first.
  static final List<Direction> WIDE = List.of(ROWS_RIGHT, COLUMNS_DOWN);

  private static final List<Direction> ALL = List.of(values());

  /// The first order in which the run finds all it reads of itself; the usual one when there is no
  /// such order, or no need.
  static Direction of(Run run) {
    for (Direction direction : ALL) {
      if (direction.fits(run)) {
        return direction;
      }
    }
    return COLUMNS_DOWN;
  }

  /// Whether the run finds in this order all it reads of itself.
  boolean fits(Run run) {
    for (BoundRead read : run.reads()) {
      boolean ofItself =
          read.sheet() == run.sheet() && read.area().over(run.area()).intersects(run.area());
      if (ofItself && !comesBefore(read.area())) {
        return false;
      }
    }
    return true;
  }

  /// Whether the cells read come before the one that reads.
  private boolean comesBefore(RelativeArea area) {
    Sign row =
        upwards ? Sign.of(area.top(), area.bottom(), -1) : Sign.of(area.top(), area.bottom(), 1);
    Sign column =
        leftwards ? Sign.of(area.left(), area.right(), -1) : Sign.of(area.left(), area.right(), 1);
    Sign outer = byColumns ? column : row;
    Sign inner = byColumns ? row : column;
    return outer == Sign.BEFORE || outer == Sign.UP_TO_HERE && inner == Sign.BEFORE;
  }

  /// Where an interval of rows or columns lies, as seen in the direction of going.
  private enum Sign {
    BEFORE,
    UP_TO_HERE,
    ANYWHERE;

    static Sign of(Coordinate first, Coordinate last, int step) {
      Coordinate end = step > 0 ? last : first;
      Coordinate begin = step > 0 ? first : last;
      // A fixed corner may lie on either side; but the one that moves bounds what is read when the
      // fixed one lies where the run begins.
      if (end.fixed() || !begin.fixed() && (begin.value() - end.value()) * step > 0) {
        return ANYWHERE;
      }
      int ahead = end.value() * step;
      return ahead < 0 ? BEFORE : ahead == 0 ? UP_TO_HERE : ANYWHERE;
    }
  }
}
