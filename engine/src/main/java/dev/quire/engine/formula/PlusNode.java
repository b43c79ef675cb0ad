package dev.quire.engine.formula;

import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;

/// `+x`, which yields the value of `x` unchanged, whatever its type; several cells become an array,
/// which is why it stands before ranges that a function would refuse.
final class PlusNode extends Node {
  private final Node operand;

  PlusNode(Node operand) {
    this.operand = operand;
  }

  @Override
  Value evaluate(Frame frame) {
    Value value = operand.operand(frame);
    boolean areCells =
        value instanceof ReferenceValue
            && Matrix.of(value, frame.workspace).size() <= Matrix.MAX_ELEMENTS;
    return areCells ? Lifting.unary(value, frame, scalar -> scalar) : value;
  }

  @Override
  boolean isScalar() {
    return operand.isScalar();
  }

  @Override
  boolean isValue() {
    return isScalar();
  }

  @Override
  double plain(Frame frame) {
    return operand.plain(frame);
  }

  @Override
  List<Node> children() {
    return List.of(operand);
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return operand.follows(written, frame);
  }
}
