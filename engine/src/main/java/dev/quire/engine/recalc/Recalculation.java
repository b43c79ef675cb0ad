package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Reach;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// One calculation: finds all that depends on the seeds, then brings each dirty cell up to date.
/// [Tasks] gives the dirty runs in an order in which each finds what it needs; cells for which
/// there is no such order are left to a [CellPass].
final class Recalculation implements CellPass.Formulas, Tasks.Runner {
  private static final int CLOCK_INTERVAL = 1024;

  /// How many cells all arrays of one calculation may fill.
  private static final long MOST_SPILLED = 1 << 24;

  /// How often one array may be put into place in one calculation.
  private static final int MOST_SPILLS = 8;

  private final WorkingCells cells;
  private final CellSet dirty;
  private final Tasks tasks;
  private final CellPass pass;
  private final Spilling spilling;
  private final boolean keepsChanged;
  private final Map<CellPosition, Integer> spills = new HashMap<>();
  private final Map<Planned, Reach> reaches = new HashMap<>();
  private final CellSet changed = new CellSet();
  private final List<Calculated.LostFormula> lost = new ArrayList<>();
  private final Circles circles;
  private final Optional<Iteration> iteration;
  private long spilled;
  private int untilClock = CLOCK_INTERVAL;

  Recalculation(WorkingCells cells, DependencyGraph graph, CellSet dirty) {
    this.cells = cells;
    this.spilling = new Spilling(cells);
    this.dirty = dirty;
    this.tasks = new Tasks(graph, dirty, cells, this);
    this.pass = new CellPass(dirty, this);
    this.keepsChanged = !graph.computesAll();
    this.circles = new Circles(cells, graph);
    this.iteration = cells.iteration();
  }

  /// Calculates.
  ///
  /// @param seeds cells whose value or formula was written
  /// @param stale formulas to calculate although nothing they read was written
  /// @param everything whether all formulas are stale
  /// @return formulas that can not be calculated here and whose inputs changed
  List<Calculated.LostFormula> run(
      List<ModelEditor.Seed> seeds, List<ModelEditor.Seed> stale, boolean everything) {
    if (keepsChanged) {
      seeds.forEach(seed -> changed.addAll(seed.sheet(), seed.area()));
    }
    tasks.mark(seeds, stale, everything);
    if (iteration.isEmpty() && tasks.isMoreThan(cells.leavesMoreThan())) {
      tasks.runUrgent();
    } else {
      settleAll();
    }
    return lost;
  }

  /// Takes over what an earlier change left.
  void inherit(List<Task> left) {
    left.forEach(tasks::inherit);
  }

  /// Calculates all that is left.
  void settleAll() {
    tasks.runAll();
    if (iteration.isPresent() && !circles.found().isEmpty()) {
      iterate(iteration.get());
    }
  }

  /// Calculates what an area needs.
  void settle(int sheet, Area area) {
    tasks.run(sheet, area);
  }

  /// Whether something is left.
  boolean isOpen() {
    return tasks.isOpen();
  }

  /// Runs that are left.
  List<Task> open() {
    return tasks.open();
  }

  /// The cells of circles that the workbook does not allow.
  SortedSet<CellPosition> circular() {
    return iteration.isEmpty() ? circles.found() : Collections.emptySortedSet();
  }

  /// Calculates the cells of circles again and again, and after that what depends on them.
  private void iterate(Iteration iteration) {
    CellSet downstream = circles.downstream();
    List<CellPosition> members = circles.members(downstream, this::reach);
    double change = Double.POSITIVE_INFINITY;
    for (int time = 0; time < iteration.count() && change >= iteration.delta(); time++) {
      change = 0;
      for (CellPosition cell : members) {
        change = Math.max(change, repeat(cell));
      }
    }
    members.forEach(cell -> downstream.remove(cell.sheet(), cell.row(), cell.column()));
    downstream.visitAll((sheet, row, column) -> {
      if (cells.formula(sheet, row, column).isPresent()) {
        tasks.repeat(sheet, Area.cell(row, column));
      }
    });
    tasks.runAll();
  }

  /// Calculates a cell of a circle from the values as they stand.
  ///
  /// @return by how much it changed
  private double repeat(CellPosition cell) {
    checkClock();
    Scalar before = cells.standing(cell.sheet(), cell.row(), cell.column());
    Optional<Template> formula = cells.formula(cell.sheet(), cell.row(), cell.column());
    if (formula.isEmpty() || !isComputable(cell.sheet(), formula.get())) {
      return 0;
    }
    boolean legacy = formula.get().mode() == EvaluationMode.LEGACY;
    Scalar after =
        formula.get().evaluateScalar(cells, cell.sheet(), cell.row(), cell.column(), legacy);
    store(cell.sheet(), cell.row(), cell.column(), after);
    if (before.equals(after)) {
      return 0;
    }
    return before instanceof NumberValue(double old) && after instanceof NumberValue(double now)
        ? Math.abs(now - old)
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public void settle(int sheet, int row, int column) {
    pass.settle(sheet, row, column);
  }

  @Override
  public void calculate(Task task) {
    new RunPass(task).calculate();
  }

  @Override
  public void calculate(Interlock interlock, List<Task> tasks) {
    var parts = new @Nullable Area[interlock.places().size()];
    var passes = new RunPass[parts.length];
    for (Task task : tasks) {
      int place = interlock.placeOf(task.run);
      parts[place] = task.part;
      passes[place] = new RunPass(task);
    }
    interlock.visit(parts, (place, row, column) -> passes[place].cell(row, column));
  }

  /// Calculates the dirty cells of one run.
  private final class RunPass {
    private final Task task;
    private final Run run;
    private final CellEditor editor;
    private final boolean isPlain;
    private final List<Part> written;
    private Calculator calculator;

    RunPass(Task task) {
      this.task = task;
      this.run = task.run;
      this.editor = cells.editor(run.sheet());
      this.written = tasks.seenBy(run);
      this.isPlain = !task.takesTurns && run.reach().unsupported().isEmpty();
      this.calculator = run.template().calculator(cells, run.sheet());
    }

    void calculate() {
      Area part = task.part;
      Direction direction = Direction.of(run);
      if (direction == Direction.COLUMNS_DOWN) {
        for (int column = part.firstColumn(); column <= part.lastColumn(); column++) {
          down(column, part.firstRow(), part.lastRow());
        }
      } else if (direction.byColumns()) {
        for (int at = 0; at < part.columns(); at++) {
          int column = direction.leftwards() ? part.lastColumn() - at : part.firstColumn() + at;
          for (int step = 0; step < part.rows(); step++) {
            cell(direction.upwards() ? part.lastRow() - step : part.firstRow() + step, column);
          }
        }
      } else {
        for (int at = 0; at < part.rows(); at++) {
          int row = direction.upwards() ? part.lastRow() - at : part.firstRow() + at;
          for (int step = 0; step < part.columns(); step++) {
            cell(row, direction.leftwards() ? part.lastColumn() - step : part.firstColumn() + step);
          }
        }
      }
    }

    private void down(int column, int firstRow, int lastRow) {
      int sheet = run.sheet();
      for (int row = dirty.next(sheet, column, firstRow, lastRow);
          row >= 0;
          row = dirty.next(sheet, column, row + 1, lastRow)) {
        dirtyCell(row, column);
      }
    }

    private void cell(int row, int column) {
      if (dirty.contains(run.sheet(), row, column)) {
        dirtyCell(row, column);
      }
    }

    private void dirtyCell(int row, int column) {
      if (!isPlain || !editor.view().hasFormula(row, column, run.template())) {
        turn(row, column);
        return;
      }
      checkClock();
      try {
        if (!written.isEmpty() && !calculator.follows(written, row, column)) {
          dirty.remove(run.sheet(), row, column);
          return;
        }
        double number = calculator.calculate(row, column);
        dirty.remove(run.sheet(), row, column);
        if (Double.isNaN(number) || cells.keepsAsDisplayed() || !editor.view().arrays().isEmpty()) {
          place(number, row, column);
        } else if (editor.replaceNumber(row, column, number) && keepsChanged) {
          changed.add(run.sheet(), row, column);
        }
      } catch (WorkingCells.Unready wait) {
        // Cells that the result refers to may be found wanting only when it is put into place.
        dirty.add(run.sheet(), row, column);
        turn(row, column);
      }
    }

    private void place(double number, int row, int column) {
      Value result = Double.isNaN(number) ? calculator.result() : new NumberValue(number);
      put(run.template(), run.sheet(), row, column, result);
    }

    /// Leaves a cell to the pass for single cells, which may change what was read before.
    private void turn(int row, int column) {
      pass.settle(run.sheet(), row, column);
      if (isPlain) {
        calculator = run.template().calculator(cells, run.sheet());
      }
    }
  }

  @Override
  public void calculate(int sheet, int row, int column) {
    checkClock();
    Optional<Template> formula = cells.formula(sheet, row, column);
    if (formula.isEmpty()) {
      awaitAnchor(new CellPosition(sheet, row, column));
      return;
    }
    Template template = formula.get();
    if (isComputable(sheet, template)) {
      Calculator calculator = template.calculator(cells, sheet);
      double number = calculator.calculate(row, column);
      Value result = Double.isNaN(number) ? calculator.result() : new NumberValue(number);
      put(template, sheet, row, column, result);
    } else {
      giveUp(new CellPosition(sheet, row, column), template);
    }
  }

  /// Puts a result where it belongs.
  ///
  /// @throws WorkingCells.Unready when the result refers to cells that have to be calculated first
  private void put(Template template, int sheet, int row, int column, Value result) {
    boolean single =
        result instanceof Scalar && cells.arrays(sheet).isEmpty()
            || template.mode() == EvaluationMode.LEGACY;
    if (single && result instanceof Scalar scalar) {
      store(sheet, row, column, Template.shown(scalar));
    } else {
      Value read = spilling.read(result);
      var cell = new CellPosition(sheet, row, column);
      spill(cell, hasSizeByChance(template, cell, read) ? ErrorValue.SPILL : read);
    }
  }

  /// Excel gives an array no room whose size is another one when it is calculated again at once
  /// ("spill range is unknown").
  private boolean hasSizeByChance(Template template, CellPosition cell, Value result) {
    return result instanceof ArrayValue array
        && template.mayDraw()
        && reach(cell.sheet(), template).isVolatile()
        && !(spilling.read(template.evaluate(cells, cell.sheet(), cell.row(), cell.column()))
                instanceof ArrayValue again
            && again.rows() == array.rows()
            && again.columns() == array.columns());
  }

  @Override
  public List<BoundRead> reads(int sheet, int row, int column) {
    return cells
        .formula(sheet, row, column)
        .map(template -> reach(sheet, template).reads())
        .orElse(List.of());
  }

  /// Gives the cell of a circle the value 0, as Excel does without iterative calculation; with it,
  /// the cell keeps its value until all circles are known.
  @Override
  public void endCircle(int sheet, int row, int column) {
    circles.add(new CellPosition(sheet, row, column));
    if (iteration.isEmpty()) {
      store(sheet, row, column, NumberValue.ZERO);
    }
  }

  private boolean isComputable(int sheet, Template template) {
    return template.unsupported().isEmpty()
        && (!template.mentionsNames() || reach(sheet, template).unsupported().isEmpty());
  }

  private Reach reach(int sheet, Template template) {
    return reaches.computeIfAbsent(
        new Planned(sheet, template), planned -> planned.template().reach(cells, sheet));
  }

  /// A formula on a sheet, whose own names may differ from those of another sheet.
  private record Planned(int sheet, Template template) {}

  /// A cell without a formula is dirty only because an array fills it.
  private void awaitAnchor(CellPosition cell) {
    Optional<Area> anchor = spilling.filling(cell).map(ArrayArea::anchor);
    boolean waits =
        anchor
            .filter(at -> dirty.contains(cell.sheet(), at.firstRow(), at.firstColumn()))
            .filter(at -> !at.contains(cell.row(), cell.column()))
            .isPresent();
    if (waits) {
      throw cells.unready(cell.sheet(), anchor.get());
    }
  }

  private void spill(CellPosition cell, Value result) {
    Area before = spilling.anchoredAt(cell).map(ArrayArea::area).orElse(anchor(cell));
    Spilling.Placement placement = spilling.place(cell, circular(cell, result));
    Area after = placement.array().area();
    spilled += after.cells();
    if (spilled > MOST_SPILLED) {
      cells.stop();
    }
    spilling.remember(cell, placement.array());
    if (!after.contains(before)) {
      visit(
          before,
          (row, column) -> {
            if (!after.contains(row, column)) {
              store(cell.sheet(), row, column, BlankValue.BLANK);
            }
          });
    }
    visit(after, (row, column) -> store(cell.sheet(), row, column, placement.at(row, column)));
    if (!after.equals(before)) {
      dirty.remove(cell.sheet(), cell.row(), cell.column());
      tasks.follow(cell.sheet(), before.boundingBox(after));
    }
    // What fills these cells is known now.
    dirty.removeAll(cell.sheet(), before);
    dirty.removeAll(cell.sheet(), after);
  }

  private static Area anchor(CellPosition cell) {
    return Area.cell(cell.row(), cell.column());
  }

  /// An array that changes its size again and again depends on what it fills.
  private Value circular(CellPosition cell, Value result) {
    return spills.merge(cell, 1, Integer::sum) > MOST_SPILLS ? NumberValue.ZERO : result;
  }

  private static void visit(Area area, CellAction action) {
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        action.at(row, column);
      }
    }
  }

  /// Something done to a cell.
  @FunctionalInterface
  private interface CellAction {
    void at(int row, int column);
  }

  /// Keeps the value from the file as long as no input changed; after that any number could be
  /// wrong.
  private void giveUp(CellPosition cell, Template template) {
    boolean stale =
        changed.contains(cell.sheet(), cell.row(), cell.column())
            || cells.standing(cell.sheet(), cell.row(), cell.column()) == ErrorValue.NAME;
    for (BoundRead read : reach(cell.sheet(), template).reads()) {
      Optional<Area> area = read.area().at(cell.row(), cell.column());
      if (area.isEmpty()) {
        continue;
      }
      if (dirty.meets(read.sheet(), area.get())) {
        throw cells.unready(read.sheet(), area.get());
      }
      stale |= changed.meets(read.sheet(), area.get());
    }
    if (stale) {
      lost.add(new Calculated.LostFormula(cell, reach(cell.sheet(), template).unsupported()));
      spill(cell, ErrorValue.NAME);
    }
  }

  private void store(int sheet, int row, int column, Scalar result) {
    Scalar value = cells.kept(sheet, row, column, result);
    if (!cells.holds(sheet, row, column, value)) {
      cells.editor(sheet).set(row, column, value);
      if (keepsChanged) {
        changed.add(sheet, row, column);
      }
    }
  }

  private void checkClock() {
    if (--untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      cells.checkTime();
    }
  }
}
