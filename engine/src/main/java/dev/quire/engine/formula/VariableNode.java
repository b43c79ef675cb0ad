package dev.quire.engine.formula;

import dev.quire.engine.value.Value;
import java.util.Objects;

/// A variable of `LET`.
final class VariableNode extends Node {
  private final int slot;

  VariableNode(int slot) {
    this.slot = slot;
  }

  @Override
  Value evaluate(Frame frame) {
    return Objects.requireNonNull(frame.variables[slot], "variable before its LET");
  }
}
