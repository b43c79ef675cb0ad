package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calculates what an area needs: the dirty cells of it, after those they read. Of a run only the
/// cells asked for are calculated, unless they read one another.
final class Demand {
  private final DependencyGraph graph;
  private final CellSet dirty;
  private final Tasks.Runner runner;
  private final ArrayDeque<Task> stack = new ArrayDeque<>();
  private final Map<Run, Task> open = new IdentityHashMap<>();

  Demand(DependencyGraph graph, CellSet dirty, Tasks.Runner runner) {
    this.graph = graph;
    this.dirty = dirty;
    this.runner = runner;
  }

  void run(int sheet, Area area) {
    want(sheet, area, null);
    while (!stack.isEmpty()) {
      Task top = stack.peek();
      if (top.state == Task.State.WAITING && dirty.meets(top.run.sheet(), top.part)) {
        open(top);
        if (stack.peek() != top) {
          continue;
        }
      }
      stack.pop();
      if (top.state == Task.State.OPEN) {
        open.remove(top.run);
        runner.calculate(top);
      }
    }
    // What no run says is dirty: cells that arrays fill.
    dirty.visit(
        sheet,
        area,
        (row, column) -> {
          runner.settle(sheet, row, column);
          return true;
        });
  }

  private void open(Task task) {
    task.state = Task.State.OPEN;
    open.put(task.run, task);
    for (BoundRead read : task.run.reads()) {
      want(read.sheet(), read.area().over(task.part), task);
    }
  }

  private void want(int sheet, Area area, @Nullable Task reader) {
    if (dirty.meets(sheet, area)) {
      graph.runsIn(sheet, area, run -> want(run, area, reader));
    }
  }

  private void want(Run run, Area area, @Nullable Task reader) {
    Area part = run.readsItself() ? run.area() : run.area().intersection(area).orElse(run.area());
    Task other = open.get(run);
    if (other == reader && reader != null || !dirty.meets(run.sheet(), part)) {
      return;
    }
    if (other == null) {
      stack.push(new Task(run, part));
    } else if (reader != null) {
      // Either the cells of both take turns, or other cells of the run are asked for now: whatever
      // is still dirty when it is read is calculated then.
      other.takesTurns = true;
      reader.takesTurns = true;
    }
  }
}
