package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Value;

/// A variable of `LET` or parameter of `LAMBDA`; blank when the caller left it out.
final class VariableNode extends Node {
  private final int slot;

  VariableNode(int slot) {
    this.slot = slot;
  }

  @Override
  Value evaluate(Frame frame) {
    Value value = frame.variables[slot];
    return value == null ? BlankValue.BLANK : value;
  }

  /// Whether it is a parameter that the caller left out.
  boolean isOmitted(Frame frame) {
    return frame.variables[slot] == null;
  }
}
