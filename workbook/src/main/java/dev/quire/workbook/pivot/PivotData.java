package dev.quire.workbook.pivot;

import java.util.Optional;

/// A field that is summed up.
///
/// @param caption as the report calls it: `Sum of Sales`
/// @param field zero-based place among the fields
/// @param summary how its values become one
/// @param numberFormat the format of its cells, if it has one of its own
public record PivotData(
    String caption, int field, Summary summary, Optional<String> numberFormat) {}
