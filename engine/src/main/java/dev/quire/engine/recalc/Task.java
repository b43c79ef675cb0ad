package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run some of whose cells are dirty.
final class Task {
  /// More cells are seldom stored.
  private static final long MOST_READ = 100_000;

  /// So many cells of a range are looked at while one formula is calculated.
  private static final long LOOKS_PER_FORMULA = 16;

  final Run run;

  /// Holds all cells of the run that are dirty, and perhaps others.
  Area part;

  State state = State.WAITING;
  private @Nullable Area marked;
  private @Nullable Area begun;

  /// Whether the run needs another one that needs it, and no order is known for their cells: each
  /// is calculated when it is asked for.
  boolean takesTurns;

  /// Those calculated in one go because their runs need one another.
  private @Nullable Company company;

  /// How far a task has come.
  enum State {
    /// Nothing was done.
    WAITING,
    /// What it needs is calculated first.
    OPEN,
    /// Calculated with another one, which is open.
    JOINED,
    /// Calculated.
    DONE
  }

  Task(Run run, Area part) {
    this.run = run;
    this.part = part;
  }

  /// About how many simple formulas would be as much work.
  long effort() {
    long each = 1;
    for (BoundRead read : run.reads()) {
      long cells = read.area().at(part.firstRow(), part.firstColumn()).map(Area::cells).orElse(0L);
      each += Math.min(cells, MOST_READ) / LOOKS_PER_FORMULA;
    }
    return part.cells() * each;
  }

  /// Notes that all these cells are dirty.
  void mark(Area cells) {
    Area before = marked;
    marked = before == null || cells.contains(before) ? cells : before;
  }

  /// Whether all these cells are known to have been made dirty.
  boolean isMarked(Area cells) {
    return marked != null && marked.contains(cells);
  }

  /// Begins anew when it is asked for again, and so do those that joined it.
  void giveUp() {
    members()
        .forEach(each -> {
          each.state = each.state == State.DONE ? State.DONE : State.WAITING;
          each.company = null;
        });
  }

  /// Tasks whose runs need one another, with the order for their cells.
  ///
  /// @param tasks dirty ones among the runs of the interlock, the first of them the one that was
  ///   asked for
  private record Company(Interlock interlock, List<Task> tasks) {}

  /// Opens this task together with others.
  void open(Interlock interlock, List<Task> others) {
    var tasks = new ArrayList<Task>(others.size() + 1);
    tasks.add(this);
    tasks.addAll(others);
    var joined = new Company(interlock, tasks);
    tasks.forEach(each -> {
      each.state = State.JOINED;
      each.company = joined;
    });
    state = State.OPEN;
  }

  /// This task and those calculated with it.
  List<Task> members() {
    return company == null ? List.of(this) : company.tasks;
  }

  /// The order for the cells of this task and those calculated with it; empty for one alone, and
  /// for those that have to take turns.
  Optional<Interlock> interlock() {
    return company == null || company.tasks.getFirst().takesTurns
        ? Optional.empty()
        : Optional.of(company.interlock);
  }

  /// Whether another task is calculated in one go with this one.
  boolean isWith(Task other) {
    return other == this || company != null && company == other.company;
  }

  /// Notes that cells of this task and of those calculated with it take turns with others.
  void takeTurns() {
    members().forEach(each -> each.takesTurns = true);
  }

  /// Notes that it is being calculated.
  void begin() {
    begun = part;
  }

  /// Notes that it is calculated.
  void end() {
    state = State.DONE;
    company = null;
  }

  /// Whether cells were added while it was calculated.
  boolean hasGrown() {
    return begun != part;
  }

  /// Takes more dirty cells.
  void add(Area more) {
    Area all = state == State.DONE ? more : part.boundingBox(more);
    part = all.equals(part) ? part : all;
    state = state == State.DONE ? State.WAITING : state;
  }
}
