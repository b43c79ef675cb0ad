package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.TableShape;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.Definitions;
import dev.quire.engine.recalc.Iteration;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.pivot.PivotTable;
import dev.quire.workbook.style.HorizontalAlignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a workbook defines around its cells: worksheets in tab order, names and tables, and the
/// lookups that formulas need.
final class Contents implements Definitions {
  private final List<Worksheet> worksheets;
  private final List<NamedItem> names;
  private final List<Table> tables;
  private final WorkbookSettings settings;
  private final ShiftLog shifts;
  private final Styles styles;
  private final CalculationMode mode;
  private final Map<String, Worksheet> sheetsByName;
  private final Map<Integer, Worksheet> sheetsByKey;
  private final Map<ScopedName, NamedItem> namesByScope;
  private final Map<String, Table> tablesByName;

  private record ScopedName(OptionalInt sheet, String folded) {}

  Contents(
      List<Worksheet> worksheets,
      List<NamedItem> names,
      List<Table> tables,
      WorkbookSettings settings,
      ShiftLog shifts) {
    this.worksheets = List.copyOf(worksheets);
    this.names = List.copyOf(names);
    this.tables = List.copyOf(tables);
    this.settings = settings;
    this.shifts = shifts;
    this.styles = new Styles(List.of());
    this.mode = CalculationMode.AUTOMATIC;
    this.sheetsByName = new HashMap<>();
    this.sheetsByKey = new HashMap<>();
    this.namesByScope = new HashMap<>();
    this.tablesByName = new HashMap<>();
    for (Worksheet sheet : worksheets) {
      sheetsByName.put(SheetNames.fold(sheet.name()), sheet);
      sheetsByKey.put(sheet.key(), sheet);
    }
    for (NamedItem name : names) {
      namesByScope.put(new ScopedName(name.sheet(), SheetNames.fold(name.name())), name);
    }
    for (Table table : tables) {
      tablesByName.put(SheetNames.fold(table.name()), table);
    }
  }

  private Contents(Contents same, Styles styles, CalculationMode mode) {
    this.worksheets = same.worksheets;
    this.names = same.names;
    this.tables = same.tables;
    this.settings = same.settings;
    this.shifts = same.shifts;
    this.styles = styles;
    this.mode = mode;
    this.sheetsByName = same.sheetsByName;
    this.sheetsByKey = same.sheetsByKey;
    this.namesByScope = same.namesByScope;
    this.tablesByName = same.tablesByName;
  }

  /// The same, shown in these styles and calculated in this mode.
  Contents shownIn(Styles shown, CalculationMode calculated) {
    return shown == styles && calculated == mode ? this : new Contents(this, shown, calculated);
  }

  List<Worksheet> worksheets() {
    return worksheets;
  }

  List<NamedItem> names() {
    return names;
  }

  List<Table> tables() {
    return tables;
  }

  Contents withWorksheets(List<Worksheet> changed) {
    return new Contents(changed, names, tables, settings, shifts);
  }

  Contents withNames(List<NamedItem> changed) {
    return new Contents(worksheets, changed, tables, settings, shifts);
  }

  Contents withTables(List<Table> changed) {
    return new Contents(worksheets, names, changed, settings, shifts);
  }

  /// Without a worksheet, and without the names and tables that only it had.
  Contents without(int sheet) {
    return new Contents(
        worksheets.stream().filter(each -> each.key() != sheet).toList(),
        names.stream().filter(each -> !each.sheet().equals(OptionalInt.of(sheet))).toList(),
        tables.stream().filter(each -> each.sheet() != sheet).toList(),
        settings,
        shifts);
  }

  /// With what has moved.
  Contents shifted(
      Worksheet sheet, List<NamedItem> newNames, List<Table> newTables, SheetShift shift) {
    return new Contents(
        PivotSources.shifted(
            worksheets.stream().map(each -> each.key() == sheet.key() ? sheet : each).toList(),
            shift),
        newNames,
        newTables,
        settings,
        shifts.with(shift));
  }

  /// The moves of cells so far.
  ShiftLog shifts() {
    return shifts;
  }

  Contents replacing(Worksheet changed) {
    return withWorksheets(
        worksheets.stream().map(each -> each.key() == changed.key() ? changed : each).toList());
  }

  Contents moved(int sheet, int position) {
    var order = new ArrayList<>(worksheets);
    Worksheet moving = sheetsByKey.get(sheet);
    order.remove(moving);
    order.add(position, moving);
    return withWorksheets(order);
  }

  Optional<Worksheet> worksheet(int key) {
    return Optional.ofNullable(sheetsByKey.get(key));
  }

  Optional<Worksheet> worksheetNamed(String name) {
    return Optional.ofNullable(sheetsByName.get(SheetNames.fold(name)));
  }

  Optional<Table> tableNamed(String name) {
    return Optional.ofNullable(tablesByName.get(SheetNames.fold(name)));
  }

  /// The name as a sheet sees it: its own first.
  Optional<NamedItem> nameSeenFrom(OptionalInt sheet, String name) {
    String folded = SheetNames.fold(name);
    NamedItem own = namesByScope.get(new ScopedName(sheet, folded));
    return own != null
        ? Optional.of(own)
        : Optional.ofNullable(namesByScope.get(new ScopedName(OptionalInt.empty(), folded)));
  }

  @Override
  public Optional<Template> name(int sheet, String name) {
    return nameSeenFrom(OptionalInt.of(sheet), name).flatMap(NamedItem::formula);
  }

  @Override
  public Optional<Template> externalName(String text, String name) {
    return settings.externals().name(text, name);
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return settings.externals().sheets(text);
  }

  @Override
  public boolean isElsewhere(int sheet) {
    return settings.externals().holds(sheet);
  }

  @Override
  public boolean hasMacros() {
    return settings.hasMacros();
  }

  @Override
  public boolean remembers(String text) {
    return settings.externals().has(text);
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return nameSeenFrom(OptionalInt.of(sheet), name).isPresent() || tableNamed(name).isPresent();
  }

  @Override
  public List<Integer> sheets() {
    return worksheets.stream().map(Worksheet::key).toList();
  }

  @Override
  public CellLook look(int sheet, int row, int column, int style) {
    SheetLayout layout = worksheet(sheet).map(Worksheet::layout).orElse(SheetLayout.PLAIN);
    CellStyle shown = styles.at(style != SheetCells.NO_STYLE ? style : layout.style(row, column));
    return new CellLook(
        shown.numberFormat(),
        shown.look().protection().locked(),
        alignment(shown.look().alignment().horizontal()),
        Sizes.shownChars(layout.columnPoints(column)),
        !layout.hasOwnWidth(column));
  }

  private static CellLook.Alignment alignment(HorizontalAlignment horizontal) {
    return switch (horizontal) {
      case LEFT -> CellLook.Alignment.LEFT;
      case RIGHT -> CellLook.Alignment.RIGHT;
      case CENTER, CENTER_ACROSS_SELECTION -> CellLook.Alignment.CENTER;
      case FILL -> CellLook.Alignment.FILL;
      case GENERAL, JUSTIFY, DISTRIBUTED -> CellLook.Alignment.GENERAL;
    };
  }

  @Override
  public Optional<PivotReport> pivotAt(int sheet, int row, int column) {
    return worksheet(sheet).stream()
        .flatMap(each -> each.regions().pivots().stream())
        .filter(pivot -> pivot.area().contains(row, column))
        .findFirst()
        .flatMap(PivotTable::report);
  }

  @Override
  public boolean isRowHidden(int sheet, int row) {
    return worksheet(sheet).filter(each -> each.layout().isRowHidden(row)).isPresent();
  }

  @Override
  public boolean barsSpill(int sheet, Area area) {
    return tables.stream().anyMatch(each -> each.sheet() == sheet && each.area().intersects(area))
        || worksheet(sheet)
            .filter(each -> each.regions().merged().stream().anyMatch(area::intersects))
            .isPresent();
  }

  @Override
  public boolean isRowFiltered(int sheet, int row) {
    return worksheet(sheet)
        .filter(each -> each.regions().isFiltered(row) && each.layout().isRowHidden(row))
        .isPresent();
  }

  /// Colours and fonts of new charts.
  ChartTheme chartTheme() {
    return settings.chartTheme();
  }

  @Override
  public boolean date1904() {
    return settings.date1904();
  }

  Optional<Pronunciation> pronunciation(String text) {
    return settings.pronunciations().apply(text);
  }

  @Override
  public Optional<String> reading(String text) {
    return pronunciation(text).map(noted -> noted.reading(text));
  }

  @Override
  public boolean calculatesWhenAsked() {
    return mode == CalculationMode.MANUAL;
  }

  @Override
  public boolean keepsAsDisplayed() {
    return settings.keepsAsDisplayed();
  }

  @Override
  public Optional<Iteration> iteration() {
    return settings.iteration();
  }

  @Override
  public OptionalInt sheetKey(String name) {
    Worksheet sheet = sheetsByName.get(SheetNames.fold(name));
    return sheet == null ? OptionalInt.empty() : OptionalInt.of(sheet.key());
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return worksheet(sheet).map(Worksheet::name).or(() -> settings.externals().sheetName(sheet));
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    int from = position(first);
    int to = position(last);
    if (from < 0 || to < 0) {
      return List.of();
    }
    return IntStream.rangeClosed(Math.min(from, to), Math.max(from, to))
        .mapToObj(position -> worksheets.get(position).key())
        .toList();
  }

  @Override
  public Optional<TableShape> table(String name) {
    return tableNamed(name).map(Table::shape);
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return tables.stream()
        .filter(table -> table.sheet() == sheet && table.area().contains(row, column))
        .findFirst()
        .map(Table::shape);
  }

  int position(int sheet) {
    for (int position = 0; position < worksheets.size(); position++) {
      if (worksheets.get(position).key() == sheet) {
        return position;
      }
    }
    return -1;
  }
}
