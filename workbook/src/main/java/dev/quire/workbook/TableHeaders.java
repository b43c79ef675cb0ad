package dev.quire.workbook;

import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Table.TableColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The names of a table's columns, which are the texts of its header cells.
final class TableHeaders {
  private TableHeaders() {}

  static Area firstRow(Area area) {
    return new Area(area.firstRow(), area.firstColumn(), area.firstRow(), area.lastColumn());
  }

  /// Columns named after header cells: a blank one is called `Column` and its place, and of equal
  /// names all but the first get a number (O).
  ///
  /// @param known the columns as they were, whose ids stay; none for a new table
  static List<TableColumn> columns(Workbook book, int sheet, Area header, List<TableColumn> known) {
    var taken = new HashSet<String>();
    var columns = new ArrayList<TableColumn>();
    for (int at = 0; at < header.columns(); at++) {
      String text = book.text(sheet, header.firstRow(), header.firstColumn() + at);
      String name = unique(text.isEmpty() ? "Column" + (at + 1) : text, taken);
      taken.add(SheetNames.fold(name));
      columns.add(new TableColumn(known.isEmpty() ? at + 1 : known.get(at).id(), name));
    }
    return columns;
  }

  private static String unique(String wanted, HashSet<String> taken) {
    String name = wanted;
    for (int number = 2; taken.contains(SheetNames.fold(name)); number++) {
      name = wanted + number;
    }
    return name;
  }

  /// A name for a new column.
  static String next(List<TableColumn> columns) {
    var taken = new HashSet<String>();
    columns.forEach(each -> taken.add(SheetNames.fold(each.name())));
    for (int number = 1; ; number++) {
      if (!taken.contains(SheetNames.fold("Column" + number))) {
        return "Column" + number;
      }
    }
  }

  /// Puts the names into the header cells: texts, whatever was there.
  static void write(ModelEditor editor, Table table) {
    Area area = table.area();
    for (int at = 0; at < table.columns().size(); at++) {
      var name = new TextValue(table.columns().get(at).name());
      int column = area.firstColumn() + at;
      boolean isThere =
          editor.formula(table.sheet(), area.firstRow(), column).isEmpty()
              && editor.cells(table.sheet()).value(area.firstRow(), column).equals(name);
      if (!isThere) {
        editor.setConstant(table.sheet(), area.firstRow(), column, name);
      }
    }
  }

  /// Lets the columns of tables be called as their header cells say, after some of those were
  /// written.
  static Outcome follow(Outcome written, int sheet, Area area, CalculationEnvironment environment) {
    Workbook workbook = written.workbook();
    for (Table each : workbook.tables()) {
      boolean isMeant =
          each.sheet() == sheet && each.showHeaders() && firstRow(each.area()).intersects(area);
      if (isMeant) {
        List<TableColumn> columns = columns(workbook, sheet, firstRow(each.area()), each.columns());
        workbook = called(workbook, each, columns, environment);
      }
    }
    return new Outcome(workbook, written.notices());
  }

  /// The workbook with the columns of a table called otherwise, in formulas and header cells too.
  static Workbook called(
      Workbook workbook,
      Table table,
      List<TableColumn> columns,
      CalculationEnvironment environment) {
    if (columns.equals(table.columns())) {
      return workbook;
    }
    Map<String, String> renamed = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      renamed.put(SheetNames.fold(table.columns().get(at).name()), columns.get(at).name());
    }
    Table now =
        table.with(table.name(), table.area(), table.showHeaders(), table.showTotals(), columns);
    Workbook changed =
        TableFormulas.changed(
                workbook,
                workbook.contents().withTables(TableChanges.replacing(workbook, now)),
                table.name(),
                (reference, _) -> called(reference, renamed),
                environment)
            .workbook();
    if (!now.showHeaders()) {
      return changed;
    }
    ModelEditor editor = changed.model().edit(changed.contents(), environment);
    write(editor, now);
    return TableFormulas.finish(changed, editor).workbook();
  }

  private static TableReference called(TableReference reference, Map<String, String> renamed) {
    List<String> columns =
        reference.columns().stream()
            .map(each -> renamed.getOrDefault(SheetNames.fold(each), each))
            .toList();
    return columns.equals(reference.columns())
        ? reference
        : new TableReference(reference.table(), reference.parts(), columns);
  }
}
