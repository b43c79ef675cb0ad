package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calculates what an area needs: the dirty cells of it, after those they read. Of a run only the
/// cells asked for are calculated, unless they read one another.
final class Demand {
  private final DependencyGraph graph;
  private final CellSet dirty;
  private final Tasks.Runner runner;
  private final ArrayDeque<Task> stack = new ArrayDeque<>();
  private final Map<Run, Task> open = new IdentityHashMap<>();

  /// Whether runs were found to need one another before it was known which ones do.
  private boolean meetsItself;

  Demand(DependencyGraph graph, CellSet dirty, Tasks.Runner runner) {
    this.graph = graph;
    this.dirty = dirty;
    this.runner = runner;
  }

  void run(int sheet, Area area) {
    want(sheet, area, null);
    while (!stack.isEmpty()) {
      Task top = stack.peek();
      if (top.state == Task.State.WAITING && isDirty(top)) {
        open(top);
        if (meetsItself) {
          beginAnew(sheet, area);
          continue;
        }
        if (stack.peek() != top) {
          continue;
        }
      }
      stack.pop();
      if (top.state == Task.State.OPEN) {
        calculate(top);
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

  /// Runs need one another: with those known that do, they are found together.
  private void beginAnew(int sheet, Area area) {
    meetsItself = false;
    graph.findInterlocks();
    stack.clear();
    open.clear();
    want(sheet, area, null);
  }

  private boolean isDirty(Task task) {
    return dirty.meets(task.run.sheet(), task.part);
  }

  private void calculate(Task task) {
    task.members().forEach(member -> open.remove(member.run));
    runner.calculateAll(task);
  }

  private void open(Task task) {
    task.state = Task.State.OPEN;
    graph.interlock(task.run).ifPresent(interlock -> task.open(interlock, others(interlock, task)));
    task.members().forEach(member -> open.put(member.run, member));
    for (Task member : task.members()) {
      for (BoundRead read : member.run.reads()) {
        want(read.sheet(), read.area().over(member.part), member);
      }
    }
  }

  /// Of the runs that a task needs and that need it, what comes before its cells.
  private List<Task> others(Interlock interlock, Task task) {
    int step = interlock.lastStep(task.run, task.part);
    var others = new ArrayList<Task>();
    for (int place = 0; place < interlock.places().size(); place++) {
      Run run = interlock.places().get(place).run();
      Optional<Area> part = interlock.until(place, step);
      if (run != task.run && part.isPresent() && dirty.meets(run.sheet(), part.get())) {
        others.add(new Task(run, part.get()));
      }
    }
    return others;
  }

  private void want(int sheet, Area area, @Nullable Task reader) {
    if (dirty.meets(sheet, area)) {
      graph.runsIn(sheet, area, run -> want(run, area, reader));
    }
  }

  private void want(Run run, Area area, @Nullable Task reader) {
    Area part = partOf(run, area);
    if (!dirty.meets(run.sheet(), part)) {
      return;
    }
    Task other = open.get(run);
    if (other == null) {
      stack.push(new Task(run, part));
    } else if (reader != null && !reader.isWith(other)) {
      // Either the cells of both take turns, or other cells of the run are asked for now: whatever
      // is still dirty when it is read is calculated then.
      if (graph.knowsInterlocks()) {
        other.takeTurns();
        reader.takeTurns();
      } else {
        meetsItself = true;
      }
    }
  }

  /// What has to be calculated of a run when some of its cells are asked for.
  private Area partOf(Run run, Area area) {
    Area asked = run.area().intersection(area).orElse(run.area());
    Optional<Interlock> interlock = graph.interlock(run);
    if (interlock.isPresent()) {
      Interlock known = interlock.get();
      return known.until(known.placeOf(run), known.lastStep(run, asked)).orElse(asked);
    }
    return run.readsItself() ? run.area() : asked;
  }
}
