package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// A step of a planned formula. Keeps no state between evaluations.
abstract class Node {
  /// The value as it is; references are not read.
  abstract Value evaluate(Frame frame);

  /// The value for an operator: a single cell is read, several stay a reference.
  Value operand(Frame frame) {
    return Lifting.read(evaluate(frame), frame);
  }

  /// Whether [#operand] is a scalar whatever the cells hold, so that [#number] may be used.
  boolean isScalar() {
    return false;
  }

  /// The number of a scalar node without a box; NaN when it is an error, which the frame keeps.
  double number(Frame frame) {
    return frame.number((Scalar) operand(frame));
  }

  /// The steps directly below.
  List<Node> children() {
    return List.of();
  }

  /// How many steps nest, this one included.
  final int height() {
    int deepest = 0;
    for (Node child : children()) {
      deepest = Math.max(deepest, child.height());
    }
    return deepest + 1;
  }

  /// Notes the cells that evaluation may read.
  void reads(ReadCollector collector) {
    for (Node child : children()) {
      child.reads(collector);
    }
  }
}
