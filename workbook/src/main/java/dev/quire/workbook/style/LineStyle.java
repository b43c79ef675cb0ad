package dev.quire.workbook.style;

/// How a border is drawn, weight included.
public enum LineStyle {
  NONE,
  HAIR,
  DOTTED,
  DASHED,
  DASH_DOT,
  DASH_DOT_DOT,
  THIN,
  MEDIUM_DASHED,
  MEDIUM_DASH_DOT,
  MEDIUM_DASH_DOT_DOT,
  SLANT_DASH_DOT,
  MEDIUM,
  THICK,
  DOUBLE
}
