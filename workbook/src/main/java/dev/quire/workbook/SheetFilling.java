package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cells of one worksheet while they are read.
final class SheetFilling implements SheetSink {
  private final int key;
  private final WorkbookBuilder builder;
  private CellEditor cells = SheetCells.fill();
  private final List<ColumnSpan> columns = new ArrayList<>();
  private final List<RowSetting> rows = new ArrayList<>();
  private final List<ArrayArea> arrays = new ArrayList<>();
  private final Map<Integer, Template> sharedFormulas = new HashMap<>();
  private final RepeatedFormulas repeated = new RepeatedFormulas();
  private final Map<Integer, List<int[]>> early = new HashMap<>();
  private final Map<Integer, BitSet> uncalculated = new HashMap<>();
  private double widthChars = Sizes.COLUMN_CHARS;
  private double heightPoints = Sizes.ROW_POINTS;
  private final List<Area> merged = new ArrayList<>();
  private final List<Area> locked = new ArrayList<>();
  private final List<Area> filtered = new ArrayList<>();
  private final List<WhatIfTable> whatIfs = new ArrayList<>();
  private final List<PivotTable> pivots = new ArrayList<>();
  private final Set<Template> formulas = new HashSet<>();
  private final FutureTask<Void> reading = new FutureTask<>(this::readNow, null);
  private Consumer<SheetSink> reader = _ -> {};
  private SheetCells sealed = SheetCells.EMPTY;
  private Optional<SheetProtection> protection = Optional.empty();
  private final List<Comment> comments = new ArrayList<>();
  private final List<ConditionalRule> conditions = new ArrayList<>();
  private final List<DocumentTask> tasks = new ArrayList<>();
  private boolean hasVolatile;
  private @Nullable Template latest;
  private @Nullable Contents bindings;

  SheetFilling(int key, WorkbookBuilder builder) {
    this.key = key;
    this.builder = builder;
  }

  /// Says how the cells are to be had.
  void readBy(Consumer<SheetSink> content) {
    reader = content;
  }

  /// What fills this once, whoever runs it; all else is to be asked for after it has ended.
  FutureTask<Void> reading() {
    return reading;
  }

  private void readNow() {
    reader.accept(this);
    cells.setArrays(DisjointAreas.of(arrays));
    sealed = cells.seal();
    // What served the reading may be much larger than what was read.
    cells = SheetCells.EMPTY.edit();
    repeated.forget();
    reader = _ -> {};
  }

  int key() {
    return key;
  }

  Map<Integer, BitSet> uncalculated() {
    return uncalculated;
  }

  boolean isUncalculated(int row, int column) {
    BitSet inColumn = uncalculated.get(column);
    return inColumn != null && inColumn.get(row);
  }

  boolean hasVolatile() {
    return hasVolatile;
  }

  /// Whether some of its formulas have no result that could be trusted.
  boolean isToCalculate() {
    return hasVolatile || !uncalculated.isEmpty();
  }

  /// Its formulas, equal ones once.
  Set<Template> formulas() {
    return formulas;
  }

  SheetLayout layout() {
    return SheetLayout.of(columns, rows).withDefaults(widthChars, heightPoints);
  }

  SheetRegions regions() {
    return new SheetRegions(merged, locked, filtered, whatIfs, pivots, comments, conditions, tasks);
  }

  Optional<SheetProtection> protection() {
    return protection;
  }

  SheetCells cells() {
    return sealed;
  }

  @Override
  public void protection(SheetProtection found) {
    protection = Optional.of(found);
  }

  @Override
  public void comment(Comment comment) {
    comments.add(comment);
  }

  @Override
  public void number(int row, int column, int style, double value) {
    if (Double.isFinite(value)) {
      cells.fillNumber(row, column, style, value);
    } else {
      error(row, column, style, ErrorValue.NUM);
    }
  }

  @Override
  public void text(int row, int column, int style, String value) {
    constant(row, column, style);
    cells.set(row, column, new TextValue(value));
  }

  @Override
  public void logical(int row, int column, int style, boolean value) {
    constant(row, column, style);
    cells.set(row, column, LogicalValue.of(value));
  }

  @Override
  public void error(int row, int column, int style, ErrorValue value) {
    constant(row, column, style);
    cells.set(row, column, value);
  }

  @Override
  public void blank(int row, int column, int style) {
    style(row, column, style);
  }

  @Override
  public void formula(int row, int column, int style, String formula, Optional<Scalar> cached) {
    style(row, column, style);
    set(row, column, read(row, column, formula, EvaluationMode.LEGACY), cached);
  }

  @Override
  public void sharedFormula(
      int row, int column, int style, int group, String formula, Optional<Scalar> cached) {
    style(row, column, style);
    Template template = read(row, column, formula, EvaluationMode.LEGACY);
    sharedFormulas.put(group, template);
    set(row, column, template, cached);
    List<int[]> waiting = early.remove(group);
    if (waiting != null) {
      waiting.forEach(cell -> cells.setFormula(cell[0], cell[1], template));
    }
  }

  @Override
  public void sharedFormula(int row, int column, int style, int group, Optional<Scalar> cached) {
    style(row, column, style);
    Template template = sharedFormulas.get(group);
    if (template != null) {
      set(row, column, template, cached);
      return;
    }
    early.computeIfAbsent(group, _ -> new ArrayList<>()).add(new int[] {row, column});
    cached.ifPresent(value -> cells.set(row, column, value));
  }

  @Override
  public void arrayFormula(
      int row,
      int column,
      int style,
      Area area,
      String formula,
      boolean dynamic,
      Optional<Scalar> cached) {
    style(row, column, style);
    set(row, column, read(row, column, formula, EvaluationMode.DYNAMIC), cached);
    if (area.contains(row, column)) {
      arrays.add(new ArrayArea(area, dynamic));
    }
  }

  @Override
  public void sizes(double columnChars, double rowPoints) {
    widthChars = columnChars;
    heightPoints = rowPoints;
  }

  @Override
  public void columns(ColumnSpan span) {
    columns.add(span);
  }

  @Override
  public void row(RowSetting row) {
    rows.add(row);
  }

  @Override
  public void filtered(Area rows) {
    filtered.add(rows);
  }

  @Override
  public void task(DocumentTask task) {
    tasks.add(task);
  }

  @Override
  public void condition(ConditionalRule rule) {
    conditions.add(rule);
  }

  @Override
  public Optional<Template> formula(String formula) {
    Template read = read(0, 0, formula, EvaluationMode.LEGACY);
    return read.expression() instanceof Expression.Unreadable
        ? Optional.empty()
        : Optional.of(read);
  }

  @Override
  public void merged(Area area) {
    merged.add(area);
  }

  @Override
  public void pivot(PivotTable table) {
    locked.add(table.area());
    pivots.add(table);
  }

  @Override
  public void whatIf(WhatIfTable table) {
    whatIfs.add(table);
    locked.add(table.area());
  }

  @Override
  public void locked(Area area) {
    locked.add(area);
  }

  private void constant(int row, int column, int style) {
    style(row, column, style);
    cells.removeFormula(row, column);
  }

  private void style(int row, int column, int style) {
    if (style != SheetCells.NO_STYLE) {
      cells.setStyle(row, column, style);
    }
  }

  private void set(int row, int column, Template template, Optional<Scalar> cached) {
    cells.setFormula(row, column, template);
    if (template != latest) {
      latest = template;
      formulas.add(template);
      hasVolatile |= template.isVolatile();
    }
    if (cached.isPresent()) {
      cells.set(row, column, cached.get());
    } else {
      uncalculated.computeIfAbsent(column, _ -> new BitSet()).set(row);
      // What a name stands for is known later; until then nothing is promised.
      boolean isSure = template.unsupported().isEmpty() && !template.mentionsNames();
      cells.set(row, column, isSure ? NumberValue.ZERO : ErrorValue.NAME);
    }
  }

  private Template read(int row, int column, String formula, EvaluationMode mode) {
    var site = new FormulaSite(key, row, column);
    try {
      return mode == EvaluationMode.LEGACY
          ? repeated.read(formula, site, (text, at) -> parsed(text, at, mode))
          : parsed(formula, site, mode);
    } catch (FormulaSyntaxException wrong) {
      return builder.formulas().unreadable(formula);
    }
  }

  private Template parsed(String formula, FormulaSite site, EvaluationMode mode)
      throws FormulaSyntaxException {
    Contents known = bindings;
    if (known == null) {
      known = builder.bindings();
      bindings = known;
    }
    return builder.formulas().read(formula, site, Notation.A1, mode, known);
  }
}
