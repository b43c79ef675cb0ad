package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Reach;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// The cells that were found to depend on themselves in one calculation, and all that stand in
/// circles with them.
final class Circles {
  /// The order in which Excel goes through them: sheet by sheet, row by row (O).
  private static final Comparator<CellPosition> ORDER =
      Comparator.comparingInt(CellPosition::sheet)
          .thenComparingInt(CellPosition::row)
          .thenComparingInt(CellPosition::column);

  private final WorkingCells cells;
  private final DependencyGraph graph;
  private final SortedSet<CellPosition> found = new TreeSet<>(ORDER);

  Circles(WorkingCells cells, DependencyGraph graph) {
    this.cells = cells;
    this.graph = graph;
  }

  void add(CellPosition cell) {
    found.add(cell);
  }

  /// The cells met on circles so far.
  SortedSet<CellPosition> found() {
    return found;
  }

  /// All formulas that depend on the cells found, these included.
  CellSet downstream() {
    var reached = new CellSet();
    var waiting = new ArrayDeque<ModelEditor.Seed>();
    for (CellPosition cell : found) {
      reached.add(cell.sheet(), cell.row(), cell.column());
      waiting.add(new ModelEditor.Seed(cell.sheet(), Area.cell(cell.row(), cell.column())));
    }
    while (!waiting.isEmpty()) {
      ModelEditor.Seed next = waiting.poll();
      graph.dependents(
          next.sheet(),
          next.area(),
          (run, hosts) -> {
            if (reached.addAll(run.sheet(), hosts)) {
              waiting.add(new ModelEditor.Seed(run.sheet(), hosts));
            }
          });
    }
    return reached;
  }

  /// The cells of all circles, in the order in which they are calculated: what depends on the cells
  /// found and is read by them.
  List<CellPosition> members(CellSet downstream, BiFunction<Integer, Template, Reach> reaches) {
    SortedSet<CellPosition> members = new TreeSet<>(found);
    var waiting = new ArrayDeque<>(found);
    while (!waiting.isEmpty()) {
      CellPosition cell = waiting.poll();
      Optional<Template> formula = cells.formula(cell.sheet(), cell.row(), cell.column());
      if (formula.isEmpty()) {
        continue;
      }
      for (BoundRead read : reaches.apply(cell.sheet(), formula.get()).reads()) {
        Optional<Area> area = read.area().at(cell.row(), cell.column());
        if (area.isEmpty()) {
          continue;
        }
        downstream.visit(
            read.sheet(),
            area.get(),
            (row, column) -> {
              var source = new CellPosition(read.sheet(), row, column);
              if (cells.formula(read.sheet(), row, column).isPresent() && members.add(source)) {
                waiting.add(source);
              }
              return true;
            });
      }
    }
    return new ArrayList<>(members);
  }
}
