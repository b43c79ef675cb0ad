package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;

/// A value that does not depend on anything.
final class ConstantNode extends Node {
  private final Value value;

  ConstantNode(Value value) {
    this.value = value;
  }

  @Override
  Value evaluate(Frame frame) {
    return value;
  }

  @Override
  boolean isScalar() {
    return value instanceof Scalar;
  }

  @Override
  boolean isValue() {
    return isScalar();
  }

  @Override
  double plain(Frame frame) {
    return value instanceof NumberValue(double number) ? number : super.plain(frame);
  }

  @Override
  boolean vectorizes() {
    return value instanceof NumberValue;
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    Arrays.fill(into, 0, cells.cells(), plain(frame));
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return false;
  }
}
