package dev.quire.workbook.pivot;

import java.util.List;
import java.util.OptionalInt;

/// A filter above a report.
///
/// @param field zero-based place of the field
/// @param item the only item that is let through, as its place among the items of the field;
///   nothing when those that are not hidden are
public record PageChoice(int field, OptionalInt item) {
  /// The choices of a pivot table, wherever the items that they choose are now.
  ///
  /// @throws PivotObstacle when one of these is gone
  static List<PageChoice> kept(PivotTable before, PivotTable now) {
    return before.pages().stream()
        .map(page -> page.item().isEmpty() ? page : page.moved(before, now))
        .toList();
  }

  private PageChoice moved(PivotTable before, PivotTable now) {
    if (field < 0 || field >= now.fields().size()) {
      throw new PivotObstacle("it is filtered by a field that there is not");
    }
    OptionalInt place = now.place(before, field, item.orElseThrow());
    if (place.isPresent()) {
      return new PageChoice(field, place);
    }
    throw new PivotObstacle(
        "'%s' has no longer what it is filtered by"
            .formatted(now.cache().fields().get(field).name()));
  }
}
