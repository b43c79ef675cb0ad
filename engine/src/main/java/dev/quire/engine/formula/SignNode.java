package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// Multiplies by a constant: `-x` and `x%`.
final class SignNode extends Node {
  private final Node operand;
  private final boolean percent;

  SignNode(Node operand, boolean percent) {
    this.operand = operand;
    this.percent = percent;
  }

  @Override
  Value evaluate(Frame frame) {
    return isScalar() ? frame.scalar(plain(frame)) : apply(operand.operand(frame), frame);
  }

  private Value apply(Value value, Frame frame) {
    return NumberArray.arithmetic(value, frame, this::apply)
        .<Value>map(NumberArray::array)
        .orElseGet(() -> Lifting.unary(value, frame, scalar -> apply(scalar, frame)));
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
    return apply(operand.number(frame));
  }

  @Override
  boolean vectorizes() {
    return operand.vectorizes();
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    operand.numbers(frame, cells, into);
    for (int at = 0; at < cells.cells(); at++) {
      into[at] = apply(into[at]);
    }
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    Recurrence.Step number = recurrence.number(operand);
    return place -> apply(number.at(place));
  }

  private Scalar apply(Scalar scalar, Frame frame) {
    return frame.scalar(apply(frame.number(scalar)));
  }

  private double apply(double number) {
    // Excel knows no negative zero.
    return percent ? number / 100 : 0 - number;
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
