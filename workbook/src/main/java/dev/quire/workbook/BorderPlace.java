package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.workbook.style.Side;
import java.util.EnumSet;
import java.util.Set;

/// Which lines of an area are meant.
public enum BorderPlace {
  EDGE_TOP,
  EDGE_BOTTOM,
  EDGE_LEFT,
  EDGE_RIGHT,
  INSIDE_VERTICAL,
  INSIDE_HORIZONTAL,
  DIAGONAL_DOWN,
  DIAGONAL_UP;

  /// The sides of a cell of the area that lie on these lines.
  Set<Side> sides(Area area, int row, int column) {
    return switch (this) {
      case EDGE_TOP -> only(Side.TOP, row == area.firstRow());
      case EDGE_BOTTOM -> only(Side.BOTTOM, row == area.lastRow());
      case EDGE_LEFT -> only(Side.LEFT, column == area.firstColumn());
      case EDGE_RIGHT -> only(Side.RIGHT, column == area.lastColumn());
      case INSIDE_VERTICAL ->
          both(
              only(Side.LEFT, column > area.firstColumn()),
              only(Side.RIGHT, column < area.lastColumn()));
      case INSIDE_HORIZONTAL ->
          both(only(Side.TOP, row > area.firstRow()), only(Side.BOTTOM, row < area.lastRow()));
      case DIAGONAL_DOWN -> only(Side.DIAGONAL_DOWN, true);
      case DIAGONAL_UP -> only(Side.DIAGONAL_UP, true);
    };
  }

  private static Set<Side> only(Side side, boolean lies) {
    return lies ? EnumSet.of(side) : EnumSet.noneOf(Side.class);
  }

  private static Set<Side> both(Set<Side> one, Set<Side> other) {
    var all = EnumSet.copyOf(one);
    all.addAll(other);
    return all;
  }
}
