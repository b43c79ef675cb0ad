package dev.quire.workbook.style;

/// The lines around and across a cell.
///
/// @param diagonal the line of both diagonals
/// @param up whether the diagonal from the lower left corner is drawn
/// @param down whether the diagonal from the upper left corner is drawn
public record Borders(
    Border left,
    Border right,
    Border top,
    Border bottom,
    Border diagonal,
    boolean up,
    boolean down) {
  /// No lines.
  public static final Borders NONE =
      new Borders(Border.NONE, Border.NONE, Border.NONE, Border.NONE, Border.NONE, false, false);

  /// The line on one side.
  public Border on(Side side) {
    return switch (side) {
      case LEFT -> left;
      case RIGHT -> right;
      case TOP -> top;
      case BOTTOM -> bottom;
      case DIAGONAL_UP -> up ? diagonal : Border.NONE;
      case DIAGONAL_DOWN -> down ? diagonal : Border.NONE;
    };
  }

  /// The same with another line on one side. Both diagonals share a line.
  public Borders with(Side side, Border line) {
    return switch (side) {
      case LEFT -> new Borders(line, right, top, bottom, diagonal, up, down);
      case RIGHT -> new Borders(left, line, top, bottom, diagonal, up, down);
      case TOP -> new Borders(left, right, line, bottom, diagonal, up, down);
      case BOTTOM -> new Borders(left, right, top, line, diagonal, up, down);
      case DIAGONAL_UP -> diagonals(line, line.isDrawn(), down);
      case DIAGONAL_DOWN -> diagonals(line, up, line.isDrawn());
    };
  }

  private Borders diagonals(Border line, boolean drawsUp, boolean drawsDown) {
    Border drawn = line.isDrawn() || !drawsUp && !drawsDown ? line : diagonal;
    return new Borders(left, right, top, bottom, drawn, drawsUp, drawsDown);
  }
}
