package dev.quire.workbook.pivot;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
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
  private final boolean date1904;

  /// The cells of a source.
  @FunctionalInterface
  public interface Cells {
    /// What stands in a row below the headings.
    CacheItem at(int row, int column);
  }

  private CacheReading(
      PivotCache before,
      Set<Integer> numbered,
      List<String> headings,
      int rows,
      Cells cells,
      boolean date1904) {
    this.before = before;
    this.date1904 = date1904;
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
  /// @param date1904 whether days are counted from 1904
  /// @param at now, on the clock of the workbook
  /// @throws PivotObstacle when the columns are not those of before
  public static PivotCache read(
      PivotCache before,
      Set<Integer> numbered,
      List<String> headings,
      int rows,
      Cells cells,
      boolean date1904,
      LocalDateTime at) {
    return new CacheReading(before, numbered, headings, rows, cells, date1904).read(at);
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
    List<PivotRecords.Groups> groups = group(fields, columns);
    var fresh = new PivotCache.Fresh(new PivotRecords(columns, groups, rows), moment);
    return new PivotCache(before.id(), before.source(), fields, Optional.of(fresh));
  }

  /// Puts the fields into groups that have any.
  private List<PivotRecords.Groups> group(List<CacheField> fields, List<int[]> columns) {
    var groups = new ArrayList<PivotRecords.Groups>();
    for (int at = 0; at < fields.size(); at++) {
      CacheField field = fields.get(at);
      if (field.grouping().isEmpty()) {
        groups.add(PivotRecords.Groups.none(at));
        continue;
      }
      Grouping grouping = field.grouping().get();
      var present = new BitSet();
      for (int number : columns.get(grouping.base())) {
        present.set(number);
      }
      GroupReading.Groups read =
          GroupReading.of(field, grouping, fields.get(grouping.base()), present, date1904);
      fields.set(at, read.field());
      groups.add(new PivotRecords.Groups(grouping.base(), read.of()));
    }
    return groups;
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
    if (field.origin() == CacheField.Origin.GROUPED_COLUMN
        && items.size() > known
        && before.fields().stream().anyMatch(CacheField::isPutIntoUnknownGroups)) {
      throw new PivotObstacle("'%s' is put into groups and has new values".formatted(field.name()));
    }
    return field.with(items);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
