package dev.quire.engine;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Functions;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.TableShape;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A workbook in a map, for tests: sheets have the keys 0, 1, 2 … in tab order.
public final class MapWorkspace implements Workspace {
  /// A report in X50:Z53: regions beside, years above, one sum.
  private static final PivotReport PIVOT =
      new PivotReport(
          A1.parse("X50:Z53").orElseThrow(),
          1,
          1,
          List.of(new PivotReport.DataField("Sum of Sales", "Sales")),
          List.of(
              new PivotReport.Line(Map.of("Region", new TextValue("North")), 0),
              new PivotReport.Line(Map.of("Region", new TextValue("South")), 0),
              new PivotReport.Line(Map.of(), 0)),
          List.of(
              new PivotReport.Line(Map.of("Year", new NumberValue(2025)), 0),
              new PivotReport.Line(Map.of(), 0)));

  /// Key of the only sheet that is known of another workbook, `[1]Far`.
  public static final int FAR = 99;

  private record Cell(int sheet, int row, int column) {}

  private final List<Optional<String>> sheets = new ArrayList<>();
  private final Map<Cell, Scalar> cells = new HashMap<>();
  private final Map<Cell, Template> formulas = new HashMap<>();
  private final Map<Cell, CellLook> looks = new HashMap<>();
  private final Map<Cell, Area> spills = new HashMap<>();
  private final Map<String, Template> names = new HashMap<>();
  private final Set<Integer> hiddenRows = new HashSet<>();
  private final Set<Integer> filteredRows = new HashSet<>();
  private final List<TableShape> tables = new ArrayList<>();
  private final Functions functions = Catalogue.standard(2024);
  private final RandomGenerator random = new Random(1);
  private long endNanos = Long.MAX_VALUE;

  public MapWorkspace(String... sheets) {
    for (String sheet : sheets) {
      this.sheets.add(Optional.of(sheet));
    }
  }

  /// Fills a cell of the first sheet.
  public MapWorkspace with(String address, Scalar value) {
    return with(0, address, value);
  }

  public MapWorkspace with(int sheet, String address, Scalar value) {
    Area area = A1.parse(address).orElseThrow();
    cells.put(new Cell(sheet, area.firstRow(), area.firstColumn()), value);
    return this;
  }

  public MapWorkspace withName(String name, String formula) {
    names.put(name.toUpperCase(Locale.ROOT), template(formula, "A1", EvaluationMode.DYNAMIC));
    return this;
  }

  /// Lets evaluations go on for so long from now.
  public MapWorkspace withTime(Duration time) {
    endNanos = System.nanoTime() + time.toNanos();
    return this;
  }

  public MapWorkspace withTable(TableShape table) {
    tables.add(table);
    return this;
  }

  public MapWorkspace withSpill(String anchor, String area) {
    Area cell = A1.parse(anchor).orElseThrow();
    spills.put(new Cell(0, cell.firstRow(), cell.firstColumn()), A1.parse(area).orElseThrow());
    return this;
  }

  /// Fills a cell of the first sheet with a formula and what it comes to now.
  public MapWorkspace withFormula(String address, String formula) {
    FormulaSite site = site(address);
    Template template = template(formula, address, EvaluationMode.DYNAMIC);
    formulas.put(new Cell(0, site.row(), site.column()), template);
    return with(address, template.evaluateScalar(this, 0, site.row(), site.column(), false));
  }

  /// Formats a cell of the first sheet.
  public MapWorkspace withLook(String address, CellLook look) {
    FormulaSite site = site(address);
    looks.put(new Cell(0, site.row(), site.column()), look);
    return this;
  }

  /// Hides a row of all sheets.
  public MapWorkspace withHiddenRow(int row) {
    hiddenRows.add(row);
    return this;
  }

  /// Has a filter hide a row of all sheets.
  public MapWorkspace withFilteredRow(int row) {
    filteredRows.add(row);
    return withHiddenRow(row);
  }

  public void delete(int sheet) {
    sheets.set(sheet, Optional.empty());
  }

  /// The tree of a formula in a cell of the first sheet.
  public Expression parse(String formula, String address) {
    try {
      return FormulaParser.parse(formula, site(address), Notation.A1, this);
    } catch (FormulaSyntaxException e) {
      throw new AssertionError(formula + ": " + e.getMessage(), e);
    }
  }

  public static FormulaSite site(String address) {
    Area area = A1.parse(address).orElseThrow();
    return new FormulaSite(0, area.firstRow(), area.firstColumn());
  }

  public Template template(String formula, String address, EvaluationMode mode) {
    return Template.of(parse(formula, address), functions, mode);
  }

  public Value evaluate(String formula, String address) {
    FormulaSite site = site(address);
    return template(formula, address, EvaluationMode.DYNAMIC)
        .evaluate(this, site.sheet(), site.row(), site.column());
  }

  public Scalar scalar(String formula, String address, EvaluationMode mode) {
    FormulaSite site = site(address);
    return template(formula, address, mode)
        .evaluateScalar(
            this, site.sheet(), site.row(), site.column(), mode == EvaluationMode.LEGACY);
  }

  public List<BoundRead> reads(String formula, String address) {
    return template(formula, address, EvaluationMode.DYNAMIC).reach(this, 0).reads();
  }

  @Override
  public OptionalInt sheetKey(String name) {
    return IntStream.range(0, sheets.size())
        .filter(key -> sheets.get(key).filter(name::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return sheet < sheets.size() ? sheets.get(sheet) : Optional.empty();
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return text.equals("[1]Far") ? List.of(FAR) : List.of();
  }

  @Override
  public Optional<Template> externalName(String text, String name) {
    return text.equals("[1]") ? name(0, "far " + name) : Optional.empty();
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    return sheetName(first).isEmpty() || sheetName(last).isEmpty()
        ? List.of()
        : IntStream.rangeClosed(Math.min(first, last), Math.max(first, last))
            .filter(key -> sheetName(key).isPresent())
            .boxed()
            .toList();
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return name(sheet, name).isPresent() || table(name).isPresent();
  }

  @Override
  public Optional<TableShape> table(String name) {
    return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return tables.stream()
        .filter(table -> table.sheet() == sheet && table.area().contains(row, column))
        .findFirst();
  }

  @Override
  public Scalar cell(int sheet, int row, int column) {
    return cells.getOrDefault(new Cell(sheet, row, column), BlankValue.BLANK);
  }

  @Override
  public void visit(int sheet, Area area, CellVisitor visitor) {
    cells.keySet().stream()
        .filter(cell -> cell.sheet() == sheet && area.contains(cell.row(), cell.column()))
        .sorted(Comparator.comparingInt(Cell::column).thenComparingInt(Cell::row))
        .takeWhile(cell ->
            visitor.visit(cell.row(), cell.column(), cell(sheet, cell.row(), cell.column())))
        .forEach(_ -> {});
  }

  @Override
  public void scan(int sheet, Area area, CellScan scan) {
    cells.keySet().stream()
        .filter(cell -> cell.sheet() == sheet && area.contains(cell.row(), cell.column()))
        .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
        .takeWhile(cell -> shown(cell, cell(sheet, cell.row(), cell.column()), scan))
        .forEach(_ -> {});
  }

  private static boolean shown(Cell cell, Scalar value, CellScan scan) {
    return value instanceof NumberValue(double number)
        ? scan.numbers(cell.row(), cell.column(), new double[] {number}, 0, 1)
        : value == BlankValue.BLANK || scan.other(cell.row(), cell.column(), value);
  }

  @Override
  public Optional<Area> usedArea(int sheet) {
    return cells.keySet().stream()
        .filter(cell -> cell.sheet() == sheet)
        .map(cell -> Area.cell(cell.row(), cell.column()))
        .reduce(Area::boundingBox);
  }

  @Override
  public Optional<Template> name(int sheet, String name) {
    return Optional.ofNullable(names.get(name.toUpperCase(Locale.ROOT)));
  }

  @Override
  public Optional<Template> formula(int sheet, int row, int column) {
    return Optional.ofNullable(formulas.get(new Cell(sheet, row, column)));
  }

  @Override
  public Optional<Area> spill(int sheet, int row, int column) {
    return Optional.ofNullable(spills.get(new Cell(sheet, row, column)))
        .or(() -> formula(sheet, row, column).map(_ -> Area.cell(row, column)));
  }

  @Override
  public List<Integer> sheets() {
    return IntStream.range(0, sheets.size())
        .filter(key -> sheets.get(key).isPresent())
        .boxed()
        .toList();
  }

  @Override
  public CellLook look(int sheet, int row, int column) {
    return looks.getOrDefault(new Cell(sheet, row, column), CellLook.STANDARD);
  }

  @Override
  public Optional<PivotReport> pivotAt(int sheet, int row, int column) {
    return Optional.of(PIVOT).filter(pivot -> pivot.area().contains(row, column));
  }

  @Override
  public boolean isRowHidden(int sheet, int row) {
    return hiddenRows.contains(row);
  }

  @Override
  public boolean isRowFiltered(int sheet, int row) {
    return filteredRows.contains(row);
  }

  @Override
  public Optional<String> reading(String text) {
    return Optional.empty();
  }

  @Override
  public boolean calculatesWhenAsked() {
    return false;
  }

  @Override
  public String fileName() {
    return "Book.xlsx";
  }

  @Override
  public boolean date1904() {
    return false;
  }

  @Override
  public Instant now() {
    return Instant.parse("2024-02-29T18:00:00Z");
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public void checkTime() {
    if (System.nanoTime() > endNanos) {
      throw new IllegalStateException("time is up");
    }
  }

  @Override
  public void stop() {
    throw new IllegalStateException("no room");
  }

  @Override
  public RandomGenerator random() {
    return random;
  }
}
