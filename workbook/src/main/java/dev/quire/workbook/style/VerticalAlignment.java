package dev.quire.workbook.style;

/// Where the content of a cell stands from top to bottom.
public enum VerticalAlignment {
  TOP,
  CENTER,
  BOTTOM,
  JUSTIFY,
  DISTRIBUTED
}
