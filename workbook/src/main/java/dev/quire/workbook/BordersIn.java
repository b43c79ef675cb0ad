package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Side;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the line that is seen at a place of an area. A line between two cells may belong to either
/// of them.
final class BordersIn {
  private final Workbook workbook;
  private final int sheet;

  private BordersIn(Workbook workbook, int sheet) {
    this.workbook = workbook;
    this.sheet = sheet;
  }

  /// The line; empty where it differs from cell to cell.
  static Optional<Border> of(Workbook workbook, int sheet, Area area, BorderPlace place) {
    var borders = new BordersIn(workbook, sheet);
    int top = area.firstRow();
    int left = area.firstColumn();
    int bottom = area.lastRow();
    int right = area.lastColumn();
    return switch (place) {
      case EDGE_TOP ->
          borders.seen(
              strip(top, left, top, right), Side.TOP, strip(top - 1, left, top - 1, right));
      case EDGE_BOTTOM ->
          borders.seen(
              strip(bottom, left, bottom, right),
              Side.BOTTOM,
              strip(bottom + 1, left, bottom + 1, right));
      case EDGE_LEFT ->
          borders.seen(
              strip(top, left, bottom, left), Side.LEFT, strip(top, left - 1, bottom, left - 1));
      case EDGE_RIGHT ->
          borders.seen(
              strip(top, right, bottom, right),
              Side.RIGHT,
              strip(top, right + 1, bottom, right + 1));
      case INSIDE_VERTICAL ->
          borders.seen(
              strip(top, left + 1, bottom, right), Side.LEFT, strip(top, left, bottom, right - 1));
      case INSIDE_HORIZONTAL ->
          borders.seen(
              strip(top + 1, left, bottom, right), Side.TOP, strip(top, left, bottom - 1, right));
      case DIAGONAL_DOWN -> borders.seen(Optional.of(area), Side.DIAGONAL_DOWN, Optional.empty());
      case DIAGONAL_UP -> borders.seen(Optional.of(area), Side.DIAGONAL_UP, Optional.empty());
    };
  }

  /// The area between two corners, empty where that is none or leaves the sheet.
  private static Optional<Area> strip(int top, int left, int bottom, int right) {
    return Grid.contains(top, left)
            && Grid.contains(bottom, right)
            && top <= bottom
            && left <= right
        ? Optional.of(new Area(top, left, bottom, right))
        : Optional.empty();
  }

  private Optional<Border> seen(Optional<Area> cells, Side side, Optional<Area> beyond) {
    Set<Border> own = lines(cells, side);
    Set<Border> seen = own.equals(Set.of(Border.NONE)) ? lines(beyond, opposite(side)) : own;
    return seen.size() == 1 ? Optional.of(seen.iterator().next()) : Optional.empty();
  }

  private Set<Border> lines(Optional<Area> cells, Side side) {
    return cells
        .map(area ->
            workbook.stylesIn(sheet, area).stream()
                .map(style -> style.look().borders().on(side))
                .collect(Collectors.toSet()))
        .orElse(Set.of(Border.NONE));
  }

  private static Side opposite(Side side) {
    return switch (side) {
      case LEFT -> Side.RIGHT;
      case RIGHT -> Side.LEFT;
      case TOP -> Side.BOTTOM;
      case BOTTOM -> Side.TOP;
      case DIAGONAL_UP -> Side.DIAGONAL_UP;
      case DIAGONAL_DOWN -> Side.DIAGONAL_DOWN;
    };
  }
}
