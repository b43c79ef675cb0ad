package dev.quire.workbook.pivot;

import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// What items are called in headings.
///
/// @param date1904 whether days are counted from 1904
record ItemNames(PivotTable table, boolean date1904) {
  private static final TextValue BLANK = new TextValue("(blank)");

  /// What the cell of an item holds; the name of an error is a text (found in workbooks of Excel).
  Scalar value(int field, int item) {
    return switch (table.caption(field, item)) {
      case BlankValue _ -> BLANK;
      case ErrorValue error -> new TextValue(error.word());
      case Scalar caption -> caption;
    };
  }

  /// The item within a longer heading, spelt as in the source.
  String text(int field, int item) {
    Scalar value = value(field, item);
    return table
        .fields()
        .get(field)
        .numberFormat()
        .flatMap(NumberFormat::tryCompile)
        .orElse(NumberFormat.GENERAL)
        .format(value, date1904 ? FormatContext.EN_US_1904 : FormatContext.EN_US);
  }
}
