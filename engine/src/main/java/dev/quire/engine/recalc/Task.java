package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
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

  /// Whether the run needs another one that needs it, so that their cells take turns.
  boolean takesTurns;

  /// How far a task has come.
  enum State {
    /// Nothing was done.
    WAITING,
    /// What it needs is calculated first.
    OPEN,
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

  /// Begins anew when it is asked for again.
  void giveUp() {
    state = state == State.OPEN ? State.WAITING : state;
  }

  /// Takes more dirty cells.
  void add(Area more) {
    part = state == State.DONE ? more : part.boundingBox(more);
    state = state == State.DONE ? State.WAITING : state;
  }
}
