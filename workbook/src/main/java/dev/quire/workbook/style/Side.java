package dev.quire.workbook.style;

/// Where a line of a cell lies.
public enum Side {
  LEFT,
  RIGHT,
  TOP,
  BOTTOM,
  DIAGONAL_UP,
  DIAGONAL_DOWN
}
