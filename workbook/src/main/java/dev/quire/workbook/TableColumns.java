package dev.quire.workbook;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.workbook.Table.TableColumn;
import java.util.ArrayList;
import java.util.List;

/// Adds, names and removes columns of tables.
final class TableColumns {
  private static final int MAX_NAME = 255;

  private TableColumns() {}

  static Outcome add(Workbook base, Edit.AddTableColumn add, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, add.table());
    TableRows.refuseFiltered(table);
    List<TableColumn> before = table.columns();
    int index = add.index().orElse(before.size());
    if (index < 0 || index > before.size()) {
      throw new WorkbookFault.NotFound("table column", Integer.toString(index));
    }
    Area area = table.area();
    if (area.lastColumn() + 1 >= Grid.COLUMNS) {
      throw new WorkbookFault.TooLarge("The worksheet has no room for another column.");
    }
    String name = add.name().orElseGet(() -> TableHeaders.next(before));
    check(before, name, -1);
    int at = area.firstColumn() + index;
    var fresh = new Area(area.firstRow(), at, area.lastRow(), at);
    boolean moves = index < before.size() || !TableChanges.isBlank(base, table.sheet(), fresh);
    Workbook roomy =
        moves
            ? CellShifting.apply(
                    base, table.sheet(), new Shift(Shift.Kind.INSERT_RIGHT, fresh), environment)
                .workbook()
            : base;
    int id = before.stream().mapToInt(TableColumn::id).max().orElse(0) + 1;
    var columns = new ArrayList<>(before);
    columns.add(index, new TableColumn(id, name));
    Table grown =
        table.over(
            new Area(area.firstRow(), area.firstColumn(), area.lastRow(), area.lastColumn() + 1),
            table.showTotals(),
            columns);
    return TableChanges.defined(
        roomy,
        TableChanges.replacing(roomy, grown),
        editor -> {
          if (grown.showHeaders()) {
            TableHeaders.write(editor, grown);
          }
        },
        environment);
  }

  static Outcome rename(
      Workbook base, Edit.RenameTableColumn rename, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, rename.table());
    existing(table, rename.column());
    check(table.columns(), rename.name(), rename.column());
    List<TableColumn> columns =
        table.columns().stream()
            .map(each ->
                each.id() == rename.column() ? new TableColumn(each.id(), rename.name()) : each)
            .toList();
    return new Outcome(TableHeaders.called(base, table, columns, environment), List.of());
  }

  static Outcome delete(
      Workbook base, Edit.DeleteTableColumn delete, CalculationEnvironment environment) {
    Table table = TableChanges.existing(base, delete.table());
    int index = existing(table, delete.column());
    if (table.columns().size() == 1) {
      return TableChanges.delete(base, new Edit.DeleteTable(table.id(), false), environment);
    }
    TableRows.refuseFiltered(table);
    int at = table.area().firstColumn() + index;
    var gone = new Area(table.area().firstRow(), at, table.area().lastRow(), at);
    return CellShifting.apply(
        base, table.sheet(), new Shift(Shift.Kind.DELETE_LEFT, gone), environment);
  }

  /// The place of a column.
  private static int existing(Table table, int id) {
    for (int at = 0; at < table.columns().size(); at++) {
      if (table.columns().get(at).id() == id) {
        return at;
      }
    }
    throw new WorkbookFault.NotFound("table column", Integer.toString(id));
  }

  private static void check(List<TableColumn> columns, String name, int except) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new WorkbookFault.BadName(name, "the name of a column has 1 to 255 characters");
    }
    boolean taken =
        columns.stream()
            .anyMatch(each -> each.id() != except && SheetNames.same(each.name(), name));
    if (taken) {
      throw new WorkbookFault.NameTaken("table column", name);
    }
  }
}
