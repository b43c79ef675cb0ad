package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Takes the cell of a range that lies in the formula's row or column.
final class IntersectNode extends Node {
  private final Node operand;
  private final boolean keepsArrays;

  /// @param keepsArrays whether arrays pass, as where old formulas give a range to a scalar; `@`
  ///   itself takes their first element
  IntersectNode(Node operand, boolean keepsArrays) {
    this.operand = operand;
    this.keepsArrays = keepsArrays;
  }

  @Override
  Value evaluate(Frame frame) {
    Value value = operand.evaluate(frame);
    return keepsArrays && value instanceof ArrayValue ? value : Lifting.intersect(value, frame);
  }

  @Override
  boolean isScalar() {
    return !keepsArrays || operand instanceof AreaNode || operand instanceof TableNode;
  }

  @Override
  List<Node> children() {
    return List.of(operand);
  }

  @Override
  void reads(ReadCollector collector) {
    if (operand instanceof AreaNode area) {
      area.readsOfIntersection(collector);
    } else {
      super.reads(collector);
    }
  }
}
