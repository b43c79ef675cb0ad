package dev.quire.workbook;

import dev.quire.workbook.style.Color;
import java.util.List;

/// How the lines of a range are sorted.
///
/// @param keys the most important one first; not empty
/// @param matchCase whether capitals make a difference
/// @param hasHeaders whether the first line stays where it is
/// @param byColumns whether columns are put in order, by what stands in rows, and not rows
public record RangeSort(List<Key> keys, boolean matchCase, boolean hasHeaders, boolean byColumns) {
  /// One key.
  ///
  /// @param offset zero-based place, in the range, of the column that is looked at; of the row
  ///   where columns are put in order
  /// @param ascending whether the least comes first; of a colour or an icon, whether it comes first
  /// @param on what is looked at
  public record Key(int offset, boolean ascending, On on) {}

  /// What of a cell is looked at.
  public sealed interface On {
    /// What it holds.
    ///
    /// @param textAsNumbers whether texts that look like numbers are sorted as numbers
    record Content(boolean textAsNumbers) implements On {}

    /// Whether it has this background. A cell without one counts as white.
    record CellColor(Color color) implements On {}

    /// Whether its text has this colour. Automatic counts as black.
    record FontColor(Color color) implements On {}

    /// Whether conditional formatting shows this icon in it.
    record OfIcon(Icon icon) implements On {}
  }

  /// Copies the keys.
  public RangeSort {
    keys = List.copyOf(keys);
  }
}
