package dev.quire.workbook;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// All moves of cells since a workbook was opened, the latest first. Immutable; states of a
/// workbook share what they have in common.
///
/// @param latest the latest move; empty for a workbook just opened
/// @param before those before it
record ShiftLog(Optional<SheetShift> latest, Optional<ShiftLog> before) {
  static final ShiftLog EMPTY = new ShiftLog(Optional.empty(), Optional.empty());

  ShiftLog with(SheetShift shift) {
    return new ShiftLog(Optional.of(shift), Optional.of(this));
  }

  /// What came after an earlier state, in the order in which it was done.
  ///
  /// @throws IllegalArgumentException when the other log is not an earlier state of this one
  List<SheetShift> since(ShiftLog earlier) {
    var found = new ArrayDeque<SheetShift>();
    ShiftLog at = this;
    while (at != earlier) {
      if (at.latest.isEmpty() || at.before.isEmpty()) {
        throw new IllegalArgumentException("not a later state of the same workbook");
      }
      found.addFirst(at.latest.get());
      at = at.before.get();
    }
    return List.copyOf(found);
  }
}
