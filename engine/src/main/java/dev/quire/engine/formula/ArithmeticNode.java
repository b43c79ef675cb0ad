package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;

/// `+ - * / ^` between operands, from left to right.
final class ArithmeticNode extends Node {
  private final Node first;
  private final BinaryOperator[] operators;
  private final Node[] operands;
  private final boolean snaps;
  private final List<Node> children;
  private final boolean isScalar;

  /// @param snaps whether this is the whole formula, whose cancelled rest becomes 0
  ArithmeticNode(Node first, List<BinaryOperator> operators, List<Node> operands, boolean snaps) {
    this.first = first;
    this.operators = operators.toArray(BinaryOperator[]::new);
    this.operands = operands.toArray(Node[]::new);
    this.snaps = snaps && operators.getLast().precedence() == BinaryOperator.ADD.precedence();
    this.children = Stream.concat(Stream.of(first), operands.stream()).toList();
    this.isScalar = children.stream().allMatch(Node::isScalar);
  }

  @Override
  Value evaluate(Frame frame) {
    if (isScalar) {
      return frame.scalar(plain(frame));
    }
    Value result = first.operand(frame);
    for (int step = 0; step < operands.length; step++) {
      result = apply(step, result, operands[step].operand(frame), frame);
    }
    return result;
  }

  private Value apply(int step, Value left, Value right, Frame frame) {
    return NumberArray.arithmetic(left, right, frame, (a, b) -> apply(step, a, b))
        .<Value>map(NumberArray::array)
        .orElseGet(() -> Lifting.binary(left, right, frame, (a, b) -> apply(step, a, b, frame)));
  }

  private void apply(int step, double[] a, double[] b) {
    Arithmetic.apply(operators[step], a, b, a.length, snapsAt(step));
  }

  @Override
  boolean isScalar() {
    return isScalar;
  }

  @Override
  boolean isValue() {
    return isScalar;
  }

  @Override
  double plain(Frame frame) {
    double result = first.number(frame);
    for (int i = 0; i < operands.length && !Double.isNaN(result); i++) {
      result = apply(i, result, operands[i].number(frame), frame);
    }
    return result;
  }

  @Override
  boolean vectorizes() {
    return first.vectorizes() && allVectorize(operands);
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    first.numbers(frame, cells, into);
    double[] operand = frame.borrow(cells.cells());
    for (int i = 0; i < operands.length; i++) {
      operands[i].numbers(frame, cells, operand);
      Arithmetic.apply(operators[i], into, operand, cells.cells(), snapsAt(i));
    }
    frame.giveBack();
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    Recurrence.Step result = recurrence.number(first);
    for (int i = 0; i < operands.length; i++) {
      BinaryOperator operator = operators[i];
      boolean snapped = snapsAt(i);
      Recurrence.Step left = result;
      Recurrence.Step right = recurrence.number(operands[i]);
      result =
          place -> {
            double a = left.at(place);
            double number = Arithmetic.apply(operator, a, right.at(place));
            return snapped ? Arithmetic.snapped(number, a) : number;
          };
    }
    return result;
  }

  private Scalar apply(int step, Scalar a, Scalar b, Frame frame) {
    double left = frame.number(a);
    return frame.scalar(Double.isNaN(left) ? left : apply(step, left, frame.number(b), frame));
  }

  private double apply(int step, double a, double b, Frame frame) {
    if (Double.isNaN(b)) {
      return b;
    }
    double result = Arithmetic.apply(operators[step], a, b, frame);
    return snapsAt(step) ? Arithmetic.snapped(result, a) : result;
  }

  /// Whether a cancelled rest becomes 0 there.
  private boolean snapsAt(int step) {
    return snaps && step == operators.length - 1;
  }

  @Override
  List<Node> children() {
    return children;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return first.follows(written, frame) || anyFollows(operands, written, frame);
  }
}
