package dev.quire.workbook.pivot;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a source again. Items that were there keep their numbers, even if no row has them any
/// more, as Excel keeps them; new ones come behind.
public final class CacheReading {
  private final PivotCache before;
  private final Set<Integer> numbered;
  private final List<String> headings;
  private final int rows;
  private final Cells cells;

  /// The cells of a source.
  @FunctionalInterface
  public interface Cells {
    /// What stands in a row below the headings.
    CacheItem at(int row, int column);
  }

  private CacheReading(
      PivotCache before, Set<Integer> numbered, List<String> headings, int rows, Cells cells) {
    this.before = before;
    this.numbered = numbered;
    this.headings = headings;
    this.rows = rows;
    this.cells = cells;
  }

  /// The cache as the source is now.
  ///
  /// @param numbered fields on axes, whose items have to be numbered
  /// @param headings names of the columns, all different
  /// @param rows rows below the headings
  /// @param at now, on the clock of the workbook
  /// @throws PivotObstacle when the columns are not those of before
  public static PivotCache read(
      PivotCache before,
      Set<Integer> numbered,
      List<String> headings,
      int rows,
      Cells cells,
      LocalDateTime at) {
    return new CacheReading(before, numbered, headings, rows, cells).read(at);
  }

  private PivotCache read(LocalDateTime moment) {
    Map<String, Integer> places = places();
    var fields = new ArrayList<CacheField>();
    var columns = new ArrayList<int[]>();
    for (int at = 0; at < before.fields().size(); at++) {
      CacheField field = before.fields().get(at);
      if (!field.isColumn()) {
        fields.add(field);
        columns.add(new int[0]);
        continue;
      }
      Integer place = places.remove(folded(field.name()));
      if (place == null) {
        throw new PivotObstacle("its source has no column '" + field.name() + "' any more");
      }
      var numbers = new int[rows];
      fields.add(read(numbered.contains(at) ? field.numbered() : field, place, numbers));
      columns.add(numbers);
    }
    if (!places.isEmpty()) {
      throw new PivotObstacle(
          "its source has a column more, '%s'"
              .formatted(headings.get(places.values().iterator().next())));
    }
    var fresh = new PivotCache.Fresh(new PivotRecords(columns, rows), moment);
    return new PivotCache(before.id(), before.source(), fields, Optional.of(fresh));
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < headings.size(); column++) {
      places.put(folded(headings.get(column)), column);
    }
    return places;
  }

  private CacheField read(CacheField field, int column, int[] numbers) {
    var items = new ArrayList<CacheItem>(field.shared() ? field.items() : List.of());
    int known = items.size();
    Map<Object, Integer> numberOf = new HashMap<>();
    for (int number = 0; number < known; number++) {
      numberOf.putIfAbsent(items.get(number).identity(), number);
    }
    for (int row = 0; row < rows; row++) {
      CacheItem item = cells.at(row, column);
      Integer number = numberOf.putIfAbsent(item.identity(), items.size());
      if (number == null) {
        number = items.size();
        items.add(item);
      }
      numbers[row] = number;
    }
    if (field.origin() == CacheField.Origin.GROUPED_COLUMN && items.size() > known) {
      throw new PivotObstacle("'%s' is put into groups and has new values".formatted(field.name()));
    }
    return field.with(items);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
