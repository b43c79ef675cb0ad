package dev.quire.graph.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import java.util.Optional;

/// `range/insert` and `range/delete` (semantics §6.4). Where whole rows or columns come or go, the
/// direction goes without saying.
final class RangeShifts {
  private RangeShifts() {}

  /// Answers the new, empty range.
  static Plan insert(RangeView range, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "shift");
    InsertShift shift = shift(InsertShift.class, range.area(), arguments, InsertShift.DOWN);
    return new Plan(
        new Edit.InsertCells(range.sheet(), range.area(), shift), 200, Optional.of(range::in));
  }

  static Plan delete(RangeView range, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "shift");
    DeleteShift shift = shift(DeleteShift.class, range.area(), arguments, DeleteShift.UP);
    return Plan.silent(new Edit.DeleteCells(range.sheet(), range.area(), shift));
  }

  private static <E extends Enum<E>> E shift(
      Class<E> words, Area area, Arguments arguments, E otherwise) {
    Optional<String> word = arguments.findText("shift");
    boolean whole = area.isWholeRows() || area.isWholeColumns();
    return word.isEmpty() && whole
        ? otherwise
        : Wording.parse(words, "shift", arguments.text("shift"));
  }
}
