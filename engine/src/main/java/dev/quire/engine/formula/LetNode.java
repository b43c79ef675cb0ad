package dev.quire.engine.formula;

import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;

/// `LET`: values computed once, and the formula that uses them.
final class LetNode extends Node {
  private final int firstSlot;
  private final List<Node> values;
  private final Node body;

  /// @param firstSlot where the first value is kept; the others follow
  LetNode(int firstSlot, List<Node> values, Node body) {
    this.firstSlot = firstSlot;
    this.values = List.copyOf(values);
    this.body = body;
  }

  @Override
  Value evaluate(Frame frame) {
    for (int i = 0; i < values.size(); i++) {
      frame.variables[firstSlot + i] = values.get(i).evaluate(frame);
    }
    return body.evaluate(frame);
  }

  @Override
  List<Node> children() {
    return Stream.concat(values.stream(), Stream.of(body)).toList();
  }
}
