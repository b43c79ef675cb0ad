package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.formula.Expression.LostReference;
import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.formula.Sheets;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.engine.value.BlankValue;
import dev.quire.workbook.Table.TableStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes tables, changes their settings and removes them.
final class TableChanges {
  /// The style of a new table (?).
  private static final TableStyle USUAL =
      new TableStyle("TableStyleMedium2", false, false, true, false);

  private TableChanges() {}

  static Outcome add(Workbook base, Edit.AddTable add, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, add.sheet());
    Area area = withBody(add.area(), add.hasHeaders());
    requireFree(base, sheet, area);
    Workbook roomy =
        add.hasHeaders()
            ? base
            : inserted(base, sheet.key(), TableHeaders.firstRow(area), environment);
    int number = base.tables().stream().mapToInt(Table::legacyId).max().orElse(0) + 1;
    List<Table.TableColumn> columns =
        TableHeaders.columns(roomy, sheet.key(), TableHeaders.firstRow(area), List.of());
    var table =
        new Table(
            add.id(),
            number,
            freeName(base, number),
            sheet.key(),
            area,
            true,
            false,
            true,
            USUAL,
            columns);
    var tables = new ArrayList<>(roomy.tables());
    tables.add(table);
    return defined(roomy, tables, editor -> TableHeaders.write(editor, table), environment);
  }

  /// A table has at least one row below its header.
  private static Area withBody(Area area, boolean hasHeaders) {
    int rows = area.rows() + (hasHeaders ? 0 : 1);
    int last = area.firstRow() + Math.max(rows, 2) - 1;
    if (last >= Grid.ROWS || area.columns() == Grid.COLUMNS || area.isWholeColumns()) {
      throw new WorkbookFault.Overlap(A1.print(area), "there is no room for header and body");
    }
    return new Area(area.firstRow(), area.firstColumn(), last, area.lastColumn());
  }

  private static void requireFree(Workbook base, Worksheet sheet, Area area) {
    String address = base.addressOf(sheet.key(), A1.print(area));
    for (Table each : base.tables()) {
      if (each.sheet() == sheet.key() && each.area().intersects(area)) {
        throw new WorkbookFault.Overlap(address, "the table '" + each.name() + "' is there");
      }
    }
    if (sheet.regions().all().anyMatch(area::intersects)) {
      throw new WorkbookFault.Overlap(address, "merged cells or a report are there");
    }
    for (ArrayArea each : base.cells(sheet.key()).arrays()) {
      if (each.area().intersects(area)) {
        throw new WorkbookFault.Overlap(address, "an array formula is there");
      }
    }
  }

  static Workbook inserted(
      Workbook base, int sheet, Area area, CalculationEnvironment environment) {
    return CellShifting.apply(base, sheet, new Shift(Shift.Kind.INSERT_DOWN, area), environment)
        .workbook();
  }

  private static String freeName(Workbook base, int first) {
    for (int number = first; ; number++) {
      String name = "Table" + number;
      boolean taken =
          base.contents().tableNamed(name).isPresent()
              || base.names().stream().anyMatch(each -> SheetNames.same(each.name(), name));
      if (!taken) {
        return name;
      }
    }
  }

  /// Writes cells while tables change.
  @FunctionalInterface
  interface Writing {
    void write(ModelEditor editor);
  }

  /// The workbook with other tables and what is written meanwhile.
  static Outcome defined(
      Workbook base, List<Table> tables, Writing writing, CalculationEnvironment environment) {
    Workbook defined = base.with(base.contents().withTables(tables), base.model().redefined());
    ModelEditor editor = defined.model().edit(defined.contents(), environment);
    writing.write(editor);
    return TableFormulas.finish(defined, editor);
  }

  static Table existing(Workbook workbook, String id) {
    return workbook.tables().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new WorkbookFault.NotFound("table", id));
  }

  static List<Table> replacing(Workbook workbook, Table changed) {
    return workbook.tables().stream()
        .map(each -> each.id().equals(changed.id()) ? changed : each)
        .toList();
  }

  static Outcome update(
      Workbook base, Edit.UpdateTable update, CalculationEnvironment environment) {
    Table table = existing(base, update.table());
    var notices = new ArrayList<String>();
    Workbook workbook = base;
    if (update.name().filter(name -> !name.equals(table.name())).isPresent()) {
      workbook = renamed(base, table, update.name().get(), environment).workbook();
    }
    Table styled =
        existing(workbook, table.id())
            .styled(
                update.style().orElse(table.style()),
                update.showFilterButton().orElse(table.showFilterButton()));
    workbook =
        workbook.with(
            workbook.contents().withTables(replacing(workbook, styled)), workbook.model());
    if (update.showHeaders().filter(show -> show != table.showHeaders()).isPresent()) {
      workbook = TableEnds.headers(workbook, styled, environment).workbook();
    }
    Table headed = existing(workbook, table.id());
    if (update.showTotals().filter(show -> show != table.showTotals()).isPresent()) {
      workbook = TableEnds.totals(workbook, headed, environment).workbook();
    }
    return new Outcome(workbook, notices);
  }

  private static Outcome renamed(
      Workbook base, Table table, String name, CalculationEnvironment environment) {
    Names.check(name);
    boolean taken =
        base.tables().stream().anyMatch(each -> each != table && SheetNames.same(each.name(), name))
            || base.names().stream().anyMatch(each -> SheetNames.same(each.name(), name));
    if (taken) {
      throw new WorkbookFault.NameTaken("table or name", name);
    }
    Contents later =
        base.contents()
            .withTables(replacing(base, table.named(name)))
            .withWorksheets(PivotSources.renamed(base.worksheets(), table.name(), name));
    return TableFormulas.changed(
        base,
        later,
        table.name(),
        (reference, _) -> new TableReference(name, reference.parts(), reference.columns()),
        environment);
  }

  static Outcome delete(
      Workbook base, Edit.DeleteTable delete, CalculationEnvironment environment) {
    Table table = existing(base, delete.table());
    Workbook shown =
        table.filters().isEmpty()
            ? base
            : TableFiltering.apply(base, new Edit.FilterTable(table.id(), Map.of()), environment)
                .workbook();
    Contents later =
        shown
            .contents()
            .withTables(
                shown.tables().stream().filter(each -> !each.id().equals(table.id())).toList());
    Outcome without =
        TableFormulas.changed(
            shown,
            later,
            table.name(),
            (reference, site) ->
                delete.keepsCells()
                    ? TableFormulas.plain(shown, reference, site)
                    : new LostReference(Sheets.HERE),
            environment);
    return delete.keepsCells() ? without : cleared(without.workbook(), table, environment);
  }

  private static Outcome cleared(
      Workbook workbook, Table table, CalculationEnvironment environment) {
    var clear = new Edit.ClearCells(table.sheet(), table.area(), ClearScope.ALL);
    return CellWriting.apply(workbook, clear, environment);
  }

  /// Empties cells.
  static void empty(ModelEditor editor, int sheet, Area area) {
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        editor.setConstant(sheet, row, column, BlankValue.BLANK);
      }
    }
  }

  /// Whether no cell of an area holds anything; empty areas past the sheet hold nothing.
  static boolean isBlank(Workbook workbook, int sheet, Area area) {
    Optional<Area> used = workbook.cells(sheet).usedWithin(area, true);
    boolean hasTable =
        workbook.tables().stream()
            .anyMatch(each -> each.sheet() == sheet && each.area().intersects(area));
    return used.isEmpty() && !hasTable;
  }
}
