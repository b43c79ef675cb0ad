package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.SheetEntry;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Worksheet;
import java.util.Optional;
import java.util.OptionalInt;

/// A tab of the workbook as it is to be.
///
/// @param entry what the file has of it, empty for a new worksheet
/// @param oldPlace its place among the tabs of the file, empty for a new worksheet
/// @param sheet the worksheet, empty for chart sheets and the like
/// @param part name of its part
/// @param relationship id of the workbook's relationship to the part of a new worksheet, otherwise
///   empty
record Tab(
    Optional<SheetEntry> entry,
    OptionalInt oldPlace,
    Optional<Worksheet> sheet,
    String part,
    String relationship) {

  /// The key of its worksheet.
  OptionalInt key() {
    return sheet.map(each -> OptionalInt.of(each.key())).orElse(OptionalInt.empty());
  }

  /// Whether it is a worksheet that the file does not have yet.
  boolean isNew() {
    return entry.isEmpty();
  }

  /// Whether people see it.
  boolean isVisible() {
    return sheet
        .map(each -> each.visibility() == Visibility.VISIBLE)
        .or(() -> entry.map(each -> each.visibility() == Visibility.VISIBLE))
        .orElse(true);
  }
}
