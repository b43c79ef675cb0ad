package dev.quire.workbook.style;

/// How text is underlined. The accountant's kinds reach over the whole cell.
public enum Underline {
  NONE,
  SINGLE,
  DOUBLE,
  SINGLE_ACCOUNTANT,
  DOUBLE_ACCOUNTANT
}
