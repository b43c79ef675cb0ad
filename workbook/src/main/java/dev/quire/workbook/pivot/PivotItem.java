package dev.quire.workbook.pivot;

import java.util.Optional;

/// One value of a field, as a pivot table shows it.
///
/// @param shared zero-based place among the items of the field in the cache
/// @param caption another name for it, if it was given one
/// @param hidden whether a filter leaves it out
/// @param missing whether the source does not have it any more
/// @param collapsed whether what is below it is not shown
public record PivotItem(
    int shared, Optional<String> caption, boolean hidden, boolean missing, boolean collapsed) {
  PivotItem numbered(int number) {
    return new PivotItem(number, caption, hidden, missing, collapsed);
  }

  PivotItem missing(boolean isMissing) {
    return new PivotItem(shared, caption, hidden, isMissing, collapsed);
  }
}
