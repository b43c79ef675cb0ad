package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;

/// A run some of whose cells are dirty.
final class Task {
  final Run run;

  /// Holds all cells of the run that are dirty, and perhaps others.
  Area part;

  State state = State.WAITING;

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

  /// Takes more dirty cells.
  void add(Area more) {
    part = state == State.DONE ? more : part.boundingBox(more);
    state = state == State.DONE ? State.WAITING : state;
  }
}
