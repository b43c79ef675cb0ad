package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// One calculation: finds all that depends on the seeds, then brings each dirty cell up to date.
/// [Tasks] gives the dirty runs in an order in which each finds what it needs; cells for which
/// there is no such order are left to a [CellPass].
final class Recalculation implements CellPass.Formulas, Tasks.Runner {
  private static final int CLOCK_INTERVAL = 1024;

  private final WorkingCells cells;
  private final CellSet dirty;
  private final Tasks tasks;
  private final CellPass pass;
  private final Reaches reaches;
  private final Results results;
  private final Circles circles;
  private final Optional<Iteration> iteration;
  private int untilClock = CLOCK_INTERVAL;

  Recalculation(WorkingCells cells, DependencyGraph graph, CellSet dirty) {
    this.cells = cells;
    this.dirty = dirty;
    this.tasks = new Tasks(graph, dirty, cells, this);
    this.pass = new CellPass(dirty, this);
    this.reaches = new Reaches(cells);
    this.results = new Results(cells, dirty, reaches, !graph.computesAll(), tasks::follow);
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
    seeds.forEach(results::written);
    tasks.mark(seeds, stale, everything);
    if (iteration.isEmpty() && tasks.isMoreThan(cells.leavesMoreThan())) {
      tasks.runUrgent();
    } else {
      settleAll();
    }
    return results.lost();
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
    List<CellPosition> members = circles.members(downstream, reaches::of);
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
    results.store(cell.sheet(), cell.row(), cell.column(), after);
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
    pass(task).calculate();
  }

  @Override
  public void calculate(Interlock interlock, List<Task> members) {
    var parts = new @Nullable Area[interlock.places().size()];
    var passes = new RunPass[parts.length];
    for (Task task : members) {
      int place = interlock.placeOf(task.run);
      parts[place] = task.part;
      passes[place] = pass(task);
    }
    interlock.visit(parts, (place, row, column) -> passes[place].cell(row, column));
  }

  private RunPass pass(Task task) {
    return new RunPass(this, cells, dirty, results, task, tasks.seenBy(task.run));
  }

  @Override
  public void calculate(int sheet, int row, int column) {
    checkClock();
    Optional<Template> formula = cells.formula(sheet, row, column);
    if (formula.isEmpty()) {
      results.awaitAnchor(new CellPosition(sheet, row, column));
      return;
    }
    Template template = formula.get();
    if (isComputable(sheet, template)) {
      Calculator calculator = template.calculator(cells, sheet);
      double number = calculator.calculate(row, column);
      Value result = Double.isNaN(number) ? calculator.result() : new NumberValue(number);
      results.put(template, sheet, row, column, result);
    } else {
      results.giveUp(new CellPosition(sheet, row, column), template);
    }
  }

  @Override
  public List<BoundRead> reads(int sheet, int row, int column) {
    return cells
        .formula(sheet, row, column)
        .map(template -> reaches.of(sheet, template).reads())
        .orElse(List.of());
  }

  /// Gives the cell of a circle the value 0, as Excel does without iterative calculation; with it,
  /// the cell keeps its value until all circles are known.
  @Override
  public void endCircle(int sheet, int row, int column) {
    circles.add(new CellPosition(sheet, row, column));
    if (iteration.isEmpty()) {
      results.store(sheet, row, column, NumberValue.ZERO);
    }
  }

  private boolean isComputable(int sheet, Template template) {
    return template.unsupported().isEmpty()
        && (!template.mentionsNames() || reaches.of(sheet, template).unsupported().isEmpty());
  }

  /// Looks at the clock now and then.
  void checkClock() {
    checkClock(1);
  }

  /// Looks at the clock now and then, for so many cells.
  void checkClock(int count) {
    untilClock -= count;
    if (untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      cells.checkTime();
    }
  }
}
