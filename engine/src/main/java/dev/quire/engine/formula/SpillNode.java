package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// `A1#`, the cells that the array in a cell fills.
final class SpillNode extends Node {
  private final Node operand;

  SpillNode(Node operand) {
    this.operand = operand;
  }

  @Override
  Value evaluate(Frame frame) {
    Value value = operand.evaluate(frame);
    if (value instanceof ErrorValue) {
      return value;
    }
    if (!(value instanceof ReferenceValue reference)) {
      return ErrorValue.VALUE;
    }
    if (!reference.isSingle() || !reference.first().area().isCell()) {
      return ErrorValue.REF;
    }
    int sheet = reference.first().sheet();
    var anchor = reference.first().area();
    return frame
        .workspace
        .spill(sheet, anchor.firstRow(), anchor.firstColumn())
        .<Value>map(area -> ReferenceValue.of(sheet, area))
        .orElse(ErrorValue.REF);
  }

  @Override
  List<Node> children() {
    return List.of(operand);
  }
}
