package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tasks of a change: one for each run that has dirty cells, found by its run, and in the order
/// in which they became dirty. A task that is done and gets dirty cells again stands there once
/// more.
final class TaskTable {
  private final @Nullable Task[] numbered;
  private final Map<Run, Task> others = new IdentityHashMap<>();
  private final List<Task> order = new ArrayList<>();
  private int next;

  /// For a graph that has numbered so many runs.
  TaskTable(int numbered) {
    this.numbered = new @Nullable Task[numbered];
  }

  /// The task of a run, or null when it has no dirty cells.
  @Nullable Task find(Run run) {
    int number = run.number();
    Task task = number >= 0 && number < numbered.length ? numbered[number] : null;
    // A run that an earlier change left may be numbered by another graph.
    return task != null && task.run == run ? task : others.get(run);
  }

  void add(Run run, Area hosts) {
    add(run, find(run), hosts);
  }

  /// Adds cells of a run, whose task so far was found before.
  Task add(Run run, @Nullable Task known, Area hosts) {
    if (known != null) {
      if (known.state == Task.State.DONE) {
        order.add(known);
      }
      known.add(hosts);
      return known;
    }
    var task = new Task(run, hosts);
    order.add(task);
    int number = run.number();
    if (number >= 0 && number < numbered.length && numbered[number] == null) {
      numbered[number] = task;
    } else {
      others.put(run, task);
    }
    return task;
  }

  /// A task that was calculated and has dirty cells again.
  void addAgain(Task task) {
    order.add(task);
  }

  boolean isEmpty() {
    return order.isEmpty();
  }

  /// All tasks, those that are done too.
  List<Task> all() {
    return Collections.unmodifiableList(order);
  }

  boolean hasNext() {
    return next < order.size();
  }

  /// The next task that was not asked for so far.
  Task next() {
    return order.get(next++);
  }

  /// About how many simple formulas the next tasks are, counted until there are more than so many.
  long effort(long most) {
    long effort = 0;
    for (int at = next; at < order.size() && effort <= most; at++) {
      effort += order.get(at).effort();
    }
    return effort;
  }
}
