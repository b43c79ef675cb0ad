package dev.quire.workbook.style;

/// Where the content of a cell stands from left to right.
public enum HorizontalAlignment {
  GENERAL,
  LEFT,
  CENTER,
  RIGHT,
  FILL,
  JUSTIFY,
  CENTER_ACROSS_SELECTION,
  DISTRIBUTED
}
