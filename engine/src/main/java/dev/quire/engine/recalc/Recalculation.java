package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Reach;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// One calculation: finds all that depends on the seeds, then brings each dirty cell up to date. A
/// formula that meets a dirty cell is given up, put aside on an explicit stack, and evaluated again
/// once that cell is done; so a chain of any length costs no thread stack, and branches that are
/// not taken are not calculated.
final class Recalculation {
  private static final int CLOCK_INTERVAL = 1024;

  /// How often one array may be put into place in one calculation.
  private static final int MOST_SPILLS = 8;

  private final WorkingCells cells;
  private final DependencyGraph graph;
  private final CellSet dirty;
  private final Spilling spilling;
  private final Map<CellPosition, Integer> spills = new HashMap<>();
  private final Map<Planned, Reach> reaches = new HashMap<>();
  private final CellSet changed = new CellSet();
  private final CellSet started = new CellSet();
  private final List<ModelEditor.Seed> order = new ArrayList<>();
  private final List<Calculated.LostFormula> lost = new ArrayList<>();
  private final ArrayDeque<CellPosition> stack = new ArrayDeque<>();
  private final Circles circles;
  private final Optional<Iteration> iteration;
  private int untilClock = CLOCK_INTERVAL;

  Recalculation(WorkingCells cells, DependencyGraph graph, CellSet dirty) {
    this.cells = cells;
    this.spilling = new Spilling(cells);
    this.graph = graph;
    this.dirty = dirty;
    this.circles = new Circles(cells, graph);
    this.iteration = cells.iteration();
  }

  /// Calculates.
  ///
  /// @param seeds cells whose value or formula was written
  /// @param stale formulas to calculate although nothing they read was written
  /// @return formulas that can not be calculated here and whose inputs changed
  List<Calculated.LostFormula> run(List<ModelEditor.Seed> seeds, List<ModelEditor.Seed> stale) {
    mark(seeds, stale);
    settleFrom(0);
    if (iteration.isPresent() && !circles.found().isEmpty()) {
      iterate(iteration.get());
    }
    return lost;
  }

  /// The cells of circles that the workbook does not allow.
  SortedSet<CellPosition> circular() {
    return iteration.isEmpty() ? circles.found() : Collections.emptySortedSet();
  }

  private void settleFrom(int first) {
    for (int at = first; at < order.size(); at++) {
      ModelEditor.Seed next = order.get(at);
      dirty.visit(
          next.sheet(),
          next.area(),
          (row, column) -> {
            settle(next.sheet(), row, column);
            return true;
          });
    }
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
    int known = order.size();
    members.forEach(cell -> downstream.remove(cell.sheet(), cell.row(), cell.column()));
    downstream.visitAll((sheet, row, column) -> {
      if (cells.formula(sheet, row, column).isPresent()) {
        dirty(sheet, Area.cell(row, column));
      }
    });
    follow(known);
    settleFrom(known);
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
    store(cell, after);
    if (before.equals(after)) {
      return 0;
    }
    return before instanceof NumberValue(double old) && after instanceof NumberValue(double now)
        ? Math.abs(now - old)
        : Double.POSITIVE_INFINITY;
  }

  private void mark(List<ModelEditor.Seed> seeds, List<ModelEditor.Seed> stale) {
    for (ModelEditor.Seed seed : seeds) {
      changed.addAll(seed.sheet(), seed.area());
    }
    order.addAll(seeds);
    stale.forEach(seed -> dirty(seed.sheet(), seed.area()));
    graph.volatiles(this::dirty);
    follow(0);
  }

  /// Makes all dirty that depends on the areas from a place in the order on.
  private void follow(int from) {
    for (int next = from; next < order.size(); next++) {
      ModelEditor.Seed seed = order.get(next);
      graph.dependents(seed.sheet(), seed.area(), this::dirty);
      for (ArrayArea array : spilling.arrays(seed.sheet())) {
        if (array.isTouchedBy(seed.area())) {
          dirty(seed.sheet(), array.anchor());
          dirty(seed.sheet(), array.area());
        }
      }
    }
  }

  private void dirty(int sheet, Area hosts) {
    if (dirty.addAll(sheet, hosts)) {
      order.add(new ModelEditor.Seed(sheet, hosts));
    }
  }

  private void settle(int sheet, int row, int column) {
    stack.push(new CellPosition(sheet, row, column));
    while (!stack.isEmpty()) {
      CellPosition top = stack.peek();
      if (!dirty.contains(top.sheet(), top.row(), top.column())) {
        stack.pop();
        continue;
      }
      checkClock();
      started.add(top.sheet(), top.row(), top.column());
      try {
        calculate(top);
        end(stack.pop());
      } catch (WorkingCells.Unready wait) {
        await(wait.sheet(), wait.area());
      }
    }
  }

  private void end(CellPosition cell) {
    dirty.remove(cell.sheet(), cell.row(), cell.column());
    started.remove(cell.sheet(), cell.row(), cell.column());
  }

  /// Puts the dirty cells of an area on the stack, or ends the circle when one of them waits there
  /// for the very cell that asks.
  private void await(int sheet, Area area) {
    int before = stack.size();
    boolean open =
        dirty.visit(
            sheet,
            area,
            (row, column) -> {
              boolean circular = started.contains(sheet, row, column);
              if (!circular) {
                stack.push(new CellPosition(sheet, row, column));
              }
              return !circular;
            });
    if (!open) {
      while (stack.size() > before) {
        stack.pop();
      }
      dirty.visit(
          sheet,
          area,
          (row, column) -> {
            boolean circular = started.contains(sheet, row, column);
            if (circular) {
              endCircle(new CellPosition(sheet, row, column));
            }
            return !circular;
          });
    }
  }

  /// Gives every cell of a circle the value 0, as Excel does without iterative calculation; with
  /// it, they keep their values until all circles are known.
  private void endCircle(CellPosition first) {
    while (true) {
      CellPosition cell = stack.pop();
      boolean started = this.started.contains(cell.sheet(), cell.row(), cell.column());
      if (started) {
        end(cell);
        circles.add(cell);
        if (iteration.isEmpty()) {
          store(cell, NumberValue.ZERO);
        }
      }
      if (cell.equals(first) && started) {
        return;
      }
    }
  }

  private void calculate(CellPosition cell) {
    Optional<Template> formula = cells.formula(cell.sheet(), cell.row(), cell.column());
    if (formula.isEmpty()) {
      awaitAnchor(cell);
      return;
    }
    Template template = formula.get();
    if (!isComputable(cell.sheet(), template)) {
      giveUp(cell, template);
    } else if (template.mode() == EvaluationMode.LEGACY) {
      store(cell, template.evaluateScalar(cells, cell.sheet(), cell.row(), cell.column(), true));
    } else {
      Value result = template.evaluate(cells, cell.sheet(), cell.row(), cell.column());
      spill(cell, spilling.read(result));
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
    spilling.remember(cell, placement.array());
    visit(
        before,
        (row, column) -> {
          if (!after.contains(row, column)) {
            store(new CellPosition(cell.sheet(), row, column), BlankValue.BLANK);
          }
        });
    visit(
        after,
        (row, column) ->
            store(new CellPosition(cell.sheet(), row, column), placement.at(row, column)));
    if (!after.equals(before)) {
      int known = order.size();
      order.add(new ModelEditor.Seed(cell.sheet(), before.boundingBox(after)));
      end(cell);
      follow(known);
      dirty.remove(cell.sheet(), cell.row(), cell.column());
    }
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

  private void store(CellPosition cell, Scalar value) {
    if (!value.equals(cells.standing(cell.sheet(), cell.row(), cell.column()))) {
      cells.editor(cell.sheet()).set(cell.row(), cell.column(), value);
      changed.add(cell.sheet(), cell.row(), cell.column());
    }
  }

  private void checkClock() {
    if (--untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      cells.checkTime();
    }
  }
}
