package dev.quire.workbook.pivot;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The sums of a pivot table: for every choice of items of rows and of columns, down to none.
final class Tallies {
  private final PivotTable table;
  private final PivotRecords records;
  private final List<Integer> rowFields;
  private final List<Integer> columnFields;
  private final List<int[]> places = new ArrayList<>();
  private final Map<Choice, Tally[]> tallies = new HashMap<>();
  private final Branch rows = new Branch();
  private final Branch columns = new Branch();

  /// Items of the outermost fields of rows and columns, as places among the items of each field.
  private record Choice(List<Integer> row, List<Integer> column) {}

  /// The items below an item that rows of the source have, by their places.
  static final class Branch {
    private final Map<Integer, Branch> below = new TreeMap<>();

    TreeSet<Integer> items() {
      return new TreeSet<>(below.keySet());
    }

    Branch at(int item) {
      return below.getOrDefault(item, new Branch());
    }

    private void grow(List<Integer> path) {
      Branch branch = this;
      for (int item : path) {
        branch = branch.below.computeIfAbsent(item, _ -> new Branch());
      }
    }
  }

  private Tallies(PivotTable table, PivotRecords records) {
    this.table = table;
    this.records = records;
    this.rowFields = table.rows().fields().stream().filter(each -> each >= 0).toList();
    this.columnFields = table.columns().fields().stream().filter(each -> each >= 0).toList();
    for (int field = 0; field < table.fields().size(); field++) {
      places.add(places(field));
    }
  }

  static Tallies of(PivotTable table, PivotRecords records) {
    var tallies = new Tallies(table, records);
    for (int record = 0; record < records.count(); record++) {
      if (tallies.isShown(record)) {
        tallies.add(record);
      }
    }
    return tallies;
  }

  /// The items of rows that occur.
  Branch rows() {
    return rows;
  }

  /// The items of columns that occur.
  Branch columns() {
    return columns;
  }

  /// A sum; blank where no row of the source is chosen.
  Scalar value(List<Integer> row, List<Integer> column, int data) {
    Tally[] found = tallies.get(new Choice(row, column));
    return found == null ? BlankValue.BLANK : found[data].summary(table.data().get(data).summary());
  }

  /// The place of each item or group among the items that the table shows of a field.
  private int[] places(int field) {
    int known = table.cache().fields().get(field).shown().size();
    var place = new int[known];
    List<PivotItem> items = table.fields().get(field).items();
    for (int at = 0; at < items.size(); at++) {
      if (items.get(at).shared() >= 0 && items.get(at).shared() < known) {
        place[items.get(at).shared()] = at;
      }
    }
    return place;
  }

  private int place(int field, int record) {
    return places.get(field)[records.shown(field, record)];
  }

  private boolean isShown(int record) {
    for (int field = 0; field < table.fields().size(); field++) {
      List<PivotItem> items = table.fields().get(field).items();
      if (!items.isEmpty()
          && table.cache().fields().get(field).isKnown()
          && items.get(place(field, record)).hidden()) {
        return false;
      }
    }
    return table.pages().stream()
        .allMatch(
            page -> page.item().isEmpty() || page.item().getAsInt() == place(page.field(), record));
  }

  private void add(int record) {
    List<Integer> row = path(rowFields, record);
    List<Integer> column = path(columnFields, record);
    rows.grow(row);
    columns.grow(column);
    var values = new Scalar[table.data().size()];
    for (int data = 0; data < values.length; data++) {
      int field = table.data().get(data).field();
      values[data] =
          table.cache().fields().get(field).items().get(records.item(field, record)).value();
    }
    for (int down = 0; down <= row.size(); down++) {
      for (int right = 0; right <= column.size(); right++) {
        add(new Choice(row.subList(0, down), column.subList(0, right)), values);
      }
    }
  }

  private void add(Choice choice, Scalar[] values) {
    Tally[] sums =
        tallies.computeIfAbsent(
            choice,
            _ -> {
              var fresh = new Tally[values.length];
              Arrays.setAll(fresh, _ -> new Tally());
              return fresh;
            });
    for (int data = 0; data < values.length; data++) {
      sums[data].add(values[data]);
    }
  }

  private List<Integer> path(List<Integer> fields, int record) {
    return fields.stream().map(field -> place(field, record)).toList();
  }
}
