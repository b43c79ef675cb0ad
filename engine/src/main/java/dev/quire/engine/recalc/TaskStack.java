package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Calculates a task after those that it reads, on a stack of its own, so that a chain may be as
/// long as a sheet. The order is found while it is needed; runs that need one another are found out
/// when they meet on the stack.
final class TaskStack {
  private final DependencyGraph graph;
  private final CellSet dirty;
  private final TaskTable table;
  private final Tasks.Runner runner;
  private final ArrayDeque<Task> stack = new ArrayDeque<>();

  /// Whether runs were found to need one another before it was known which ones do.
  private boolean meetsItself;

  TaskStack(DependencyGraph graph, CellSet dirty, TaskTable table, Tasks.Runner runner) {
    this.graph = graph;
    this.dirty = dirty;
    this.table = table;
    this.runner = runner;
  }

  /// Calculates a task, and before it what it reads. An aborted calculation may be taken up again.
  void calculate(Task first) {
    try {
      runFrom(first);
    } finally {
      stack.forEach(Task::giveUp);
      stack.clear();
    }
  }

  private void runFrom(Task first) {
    stack.push(first);
    while (!stack.isEmpty()) {
      Task top = stack.peek();
      if (top.state == Task.State.WAITING) {
        open(top);
        if (meetsItself) {
          beginAnew(first);
        }
        if (stack.peek() != top) {
          continue;
        }
      }
      stack.pop();
      if (top.state == Task.State.OPEN) {
        calculateMembers(top);
      }
    }
  }

  /// Runs need one another: with those known that do, they are found together.
  private void beginAnew(Task first) {
    meetsItself = false;
    graph.findInterlocks();
    stack.forEach(Task::giveUp);
    stack.clear();
    stack.push(first);
  }

  private void calculateMembers(Task task) {
    List<Task> members = task.members();
    members.forEach(Task::begin);
    runner.calculateAll(task);
    for (Task member : members) {
      member.end();
      if (member.hasGrown() || dirty.meets(member.run.sheet(), member.part)) {
        // A spill of this very run made cells dirty again.
        member.state = Task.State.WAITING;
        table.addAgain(member);
      }
    }
  }

  /// Opens a task, and those whose runs need it and are needed by it, and puts what they read on
  /// the stack.
  private void open(Task task) {
    task.state = Task.State.OPEN;
    graph.interlock(task.run).ifPresent(interlock -> task.open(interlock, others(interlock, task)));
    task.members().forEach(this::needs);
  }

  private List<Task> others(Interlock interlock, Task task) {
    var others = new ArrayList<Task>();
    for (Interlock.Place place : interlock.places()) {
      Task other = table.find(place.run());
      if (other != null && other != task && other.state == Task.State.WAITING) {
        others.add(other);
      }
    }
    return others;
  }

  /// Puts the dirty runs that a task reads on the stack.
  private void needs(Task task) {
    List<BoundRead> reads = task.run.reads();
    for (int number = 0; number < reads.size(); number++) {
      Area area = reads.get(number).area().over(task.part);
      graph.runsRead(task.run, number, area, run -> need(task, run, area));
    }
  }

  private void need(Task task, Run run, Area area) {
    Task other = table.find(run);
    if (other == null || task.isWith(other)) {
      return;
    }
    boolean isCalculated =
        other.state == Task.State.DONE
            || !other.part.intersects(area)
            || !dirty.meets(run.sheet(), area);
    if (isCalculated) {
      return;
    }
    switch (other.state) {
      case WAITING -> stack.push(other);
      case OPEN, JOINED -> {
        if (graph.knowsInterlocks()) {
          task.takeTurns();
          other.takeTurns();
        } else {
          meetsItself = true;
        }
      }
      case DONE -> {}
    }
  }
}
