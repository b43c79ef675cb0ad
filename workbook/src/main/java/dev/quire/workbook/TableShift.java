package dev.quire.workbook;

import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What becomes of the tables of a sheet when its cells move.
final class TableShift {
  private final int sheet;
  private final Shift shift;
  private final List<Table> before;
  private final List<Table> after = new ArrayList<>();
  private final Map<String, Set<String>> lostColumns = new HashMap<>();
  private final Set<String> lostTables = new HashSet<>();
  private boolean otherCells;

  TableShift(List<Table> tables, int sheet, Shift shift) {
    this.sheet = sheet;
    this.shift = shift;
    this.before = tables;
    for (Table each : tables) {
      if (each.sheet() != sheet) {
        after.add(each);
      } else {
        shifted(each).ifPresentOrElse(after::add, () -> lostTables.add(key(each.name())));
      }
    }
  }

  /// All tables of the workbook afterwards.
  List<Table> after() {
    return after;
  }

  /// Whether a table has other cells than before, moved ones aside.
  boolean hasOtherCells() {
    return otherCells;
  }

  /// Whether a structured reference means a table or a column that is gone.
  boolean isLost(TableReference reference) {
    String table = key(reference.table());
    Set<String> columns = lostColumns.getOrDefault(table, Set.of());
    return lostTables.contains(table)
        || reference.columns().stream().anyMatch(each -> columns.contains(key(each)));
  }

  /// Is shown the header cells of new columns.
  @FunctionalInterface
  interface HeaderVisitor {
    /// Takes the position of a header cell and its text.
    void visit(int row, int column, String text);
  }

  /// Shows the header cells of new columns.
  void newHeaders(HeaderVisitor visitor) {
    if (!shift.inserts() || shift.isVertical()) {
      return;
    }
    for (Table each : after) {
      Area area = each.area();
      boolean grown =
          each.sheet() == sheet
              && each.showHeaders()
              && shift.isInBand(area.firstRow(), 0)
              && shift.first() > area.firstColumn()
              && shift.last() < area.lastColumn();
      for (int column = shift.first(); grown && column <= shift.last(); column++) {
        String name = each.columns().get(column - area.firstColumn()).name();
        visitor.visit(area.firstRow(), column, name);
      }
    }
  }

  private Optional<Table> shifted(Table table) {
    if (shift.preserves(table.area()) || !shift.holdsInBand(table.area())) {
      return shift
          .reference(table.area())
          .map(area -> table.over(area, table.showTotals(), table.columns()));
    }
    otherCells = true;
    Optional<Area> area = shift.reference(table.area());
    boolean totals = table.showTotals() && !(shift.isVertical() && losesLastRow(table));
    return area.map(now -> table.over(now, totals, columns(table)));
  }

  private boolean losesLastRow(Table table) {
    int last = table.area().lastRow();
    return !shift.inserts() && shift.first() <= last && shift.last() >= last;
  }

  private List<Table.TableColumn> columns(Table table) {
    if (shift.isVertical()) {
      return table.columns();
    }
    var columns = new ArrayList<>(table.columns());
    int at = shift.first() - table.area().firstColumn();
    if (shift.inserts()) {
      columns.addAll(at, fresh(table));
      return columns;
    }
    int from = Math.max(at, 0);
    int to = Math.min(shift.last() - table.area().firstColumn() + 1, columns.size());
    List<Table.TableColumn> gone = columns.subList(from, to);
    Set<String> names = lostColumns.computeIfAbsent(key(table.name()), _ -> new HashSet<>());
    gone.forEach(each -> names.add(key(each.name())));
    gone.clear();
    return columns;
  }

  /// New columns are called `Column1` and so on (O).
  private List<Table.TableColumn> fresh(Table table) {
    var taken = new HashSet<String>();
    table.columns().forEach(each -> taken.add(key(each.name())));
    int id = table.columns().stream().mapToInt(Table.TableColumn::id).max().orElse(0);
    var fresh = new ArrayList<Table.TableColumn>();
    int number = 1;
    while (fresh.size() < shift.count()) {
      String name = "Column" + number++;
      if (taken.add(key(name))) {
        fresh.add(new Table.TableColumn(++id, name));
      }
    }
    return fresh;
  }

  /// Whether tables changed at all.
  boolean isChanged() {
    return !after.equals(before);
  }

  private static String key(String name) {
    return SheetNames.fold(name);
  }
}
