package dev.quire.graph;

import dev.quire.graph.gate.Mishaps.Mishap;

/// Carries an ordered mishap to where answers are made. Expected, so without a stack trace.
final class Mishappened extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Mishap mishap;

  Mishappened(Mishap mishap) {
    super("ordered", null, false, false);
    this.mishap = mishap;
  }

  Mishap mishap() {
    return mishap;
  }
}
