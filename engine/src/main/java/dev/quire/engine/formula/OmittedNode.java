package dev.quire.engine.formula;

import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.Value;

/// `ISOMITTED`: whether the caller of a `LAMBDA` left a parameter out.
final class OmittedNode extends Node {
  private final Node argument;

  OmittedNode(Node argument) {
    this.argument = argument;
  }

  @Override
  Value evaluate(Frame frame) {
    return LogicalValue.of(argument instanceof VariableNode variable && variable.isOmitted(frame));
  }

  @Override
  boolean isScalar() {
    return true;
  }
}
