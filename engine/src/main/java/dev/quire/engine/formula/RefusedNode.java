package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Something that cannot be computed. What it would read is still known, so that a change of its
/// inputs is noticed.
final class RefusedNode extends Node {
  private final List<Node> arguments;

  RefusedNode(List<Node> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  @Override
  Value evaluate(Frame frame) {
    return ErrorValue.NAME;
  }

  @Override
  List<Node> children() {
    return arguments;
  }
}
