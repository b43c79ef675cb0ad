package dev.quire.engine.function.database;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.Function;
import dev.quire.engine.formula.Functions;
import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.TableShape;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// The workbook as a criterion's formula sees it beside a record: headers of the database are names
/// of the record's fields, unless they are defined otherwise.
final class RecordView implements Workspace {
  private final Workspace workbook;
  private final NumberText numbers;
  private final Database database;
  private final int record;

  RecordView(Arguments a, Database database, int record) {
    this.workbook = a.workspace();
    this.numbers = a.numberText();
    this.database = database;
    this.record = record;
  }

  @Override
  public Optional<Template> name(int sheet, String name) {
    Optional<Template> defined = workbook.name(sheet, name);
    OptionalInt column = database.column(new TextValue(name));
    return defined.isPresent() || column.isEmpty()
        ? defined
        : Optional.of(constant(database.value(record, column.getAsInt())));
  }

  private Template constant(Scalar value) {
    return Template.of(new Expression.Literal(value), new Only(numbers), EvaluationMode.DYNAMIC);
  }

  /// A constant calls no functions.
  private record Only(NumberText numberText) implements Functions {
    @Override
    public Optional<Function> find(String name) {
      return Optional.empty();
    }
  }

  @Override
  public Scalar cell(int sheet, int row, int column) {
    return workbook.cell(sheet, row, column);
  }

  @Override
  public void visit(int sheet, Area area, CellVisitor visitor) {
    workbook.visit(sheet, area, visitor);
  }

  @Override
  public void scan(int sheet, Area area, CellScan scan) {
    workbook.scan(sheet, area, scan);
  }

  @Override
  public Optional<Area> usedArea(int sheet) {
    return workbook.usedArea(sheet);
  }

  @Override
  public Optional<Area> knownArea(int sheet) {
    return workbook.knownArea(sheet);
  }

  @Override
  public Optional<Template> formula(int sheet, int row, int column) {
    return workbook.formula(sheet, row, column);
  }

  @Override
  public Optional<Area> spill(int sheet, int row, int column) {
    return workbook.spill(sheet, row, column);
  }

  @Override
  public CellLook look(int sheet, int row, int column) {
    return workbook.look(sheet, row, column);
  }

  @Override
  public Optional<PivotReport> pivotAt(int sheet, int row, int column) {
    return workbook.pivotAt(sheet, row, column);
  }

  @Override
  public boolean isRowHidden(int sheet, int row) {
    return workbook.isRowHidden(sheet, row);
  }

  @Override
  public Optional<String> reading(String text) {
    return workbook.reading(text);
  }

  @Override
  public boolean calculatesWhenAsked() {
    return workbook.calculatesWhenAsked();
  }

  @Override
  public String fileName() {
    return workbook.fileName();
  }

  @Override
  public boolean date1904() {
    return workbook.date1904();
  }

  @Override
  public Instant now() {
    return workbook.now();
  }

  @Override
  public ZoneId zone() {
    return workbook.zone();
  }

  @Override
  public RandomGenerator random() {
    return workbook.random();
  }

  @Override
  public OptionalInt sheetKey(String name) {
    return workbook.sheetKey(name);
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return workbook.sheetName(sheet);
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    return workbook.sheetsBetween(first, last);
  }

  @Override
  public Optional<TableShape> table(String name) {
    return workbook.table(name);
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return workbook.tableAt(sheet, row, column);
  }

  @Override
  public void stop() {
    workbook.stop();
  }

  @Override
  public void checkTime() {
    workbook.checkTime();
  }

  @Override
  public Optional<Template> externalName(String text, String name) {
    return workbook.externalName(text, name);
  }

  @Override
  public List<Integer> sheets() {
    return workbook.sheets();
  }

  @Override
  public boolean isRowFiltered(int sheet, int row) {
    return workbook.isRowFiltered(sheet, row);
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return workbook.definesName(sheet, name);
  }

  @Override
  public boolean hasMacros() {
    return workbook.hasMacros();
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return workbook.externalSheets(text);
  }

  @Override
  public boolean isElsewhere(int sheet) {
    return workbook.isElsewhere(sheet);
  }

  @Override
  public boolean remembers(String text) {
    return workbook.remembers(text);
  }
}
