package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.ColumnIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where equal values stand along rows that are asked again and again. Lives as long as one change;
/// a row that was written meanwhile is looked at anew. Several threads may ask.
final class RowIndexes {
  /// Looking along a row costs so many times less than indexing it.
  private static final int ASKED_BEFORE = 3;

  private final Map<Long, Known> rows = new HashMap<>();

  /// @param writes into the row before the index was made
  private record Known(int writes, int asked, @Nullable ColumnIndex index) {}

  /// The index of a row; empty while it is not worth the effort.
  ///
  /// @param writes changes whenever the row is written
  synchronized Optional<ColumnIndex> of(int sheet, int row, int writes, SheetCells cells) {
    long place = (long) sheet << 32 | row;
    Known known = rows.get(place);
    int asked = known != null && known.writes == writes ? known.asked : 0;
    ColumnIndex index = asked > ASKED_BEFORE && known != null ? known.index : null;
    if (index == null && asked == ASKED_BEFORE) {
      index = cells.indexAlong(row);
    }
    if (asked <= ASKED_BEFORE) {
      rows.put(place, new Known(writes, asked + 1, index));
    }
    return Optional.ofNullable(index);
  }

  void clear() {
    rows.clear();
  }
}
