package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `= <> < <= > >=` between operands, from left to right.
final class ComparisonNode extends Node {
  private final Node first;
  private final List<BinaryOperator> operators;
  private final List<Node> operands;
  private final List<Node> children;
  private final boolean isScalar;

  ComparisonNode(Node first, List<BinaryOperator> operators, List<Node> operands) {
    this.first = first;
    this.operators = operators;
    this.operands = operands;
    this.children = Stream.concat(Stream.of(first), operands.stream()).toList();
    this.isScalar = children.stream().allMatch(Node::isScalar);
  }

  @Override
  Value evaluate(Frame frame) {
    Value result = first.operand(frame);
    for (int i = 0; i < operands.size(); i++) {
      result = compare(operators.get(i), result, operands.get(i).operand(frame), frame);
    }
    return result;
  }

  private static Value compare(BinaryOperator operator, Value left, Value right, Frame frame) {
    return truths(operator, left, right, frame)
        .<Value>map(NumberArray::logicals)
        .orElseGet(() -> Lifting.binary(left, right, frame, (a, b) -> compare(operator, a, b)));
  }

  private static Optional<NumberArray> truths(
      BinaryOperator operator, Value left, Value right, Frame frame) {
    boolean isEquality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    Optional<NumberArray> equal =
        isEquality ? NumberArray.equality(left, right, frame) : Optional.empty();
    return equal
        .map(truths -> operator == BinaryOperator.EQUAL ? truths : truths.negated())
        .or(() -> NumberArray.comparison(left, right, frame, (a, b) -> compare(operator, a, b)));
  }

  private static void compare(BinaryOperator operator, double[] a, double[] b) {
    for (int at = 0; at < a.length; at++) {
      a[at] = quickly(operator, a[at], b[at]);
    }
  }

  @Override
  double plain(Frame frame) {
    int truth = truth(frame);
    return truth < 0 ? Double.NaN : frame.keep(LogicalValue.of(truth == 1));
  }

  @Override
  int truth(Frame frame) {
    if (!isScalar || operands.size() > 1) {
      return frame.truth((Scalar) evaluate(frame));
    }
    double a = first.plain(frame);
    @Nullable Scalar left = Double.isNaN(a) ? frame.other() : null;
    double b = operands.getFirst().plain(frame);
    if (left == null && !Double.isNaN(b)) {
      return holds(operators.getFirst(), Ordering.compare(a, b)) ? 1 : 0;
    }
    Scalar right = Double.isNaN(b) ? frame.other() : new NumberValue(b);
    return frame.truth(
        compare(operators.getFirst(), left == null ? new NumberValue(a) : left, right));
  }

  @Override
  boolean vectorizes() {
    return isScalar
        && operands.size() == 1
        && first.vectorizes()
        && operands.getFirst().vectorizes();
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    Arrays.fill(into, 0, cells.cells(), Double.NaN);
  }

  @Override
  void numbers(Frame frame, Stretch cells, double[] into) {
    truths(frame, cells, into);
  }

  @Override
  void truths(Frame frame, Stretch cells, double[] into) {
    first.plains(frame, cells, into);
    double[] right = frame.borrow(cells.cells());
    operands.getFirst().plains(frame, cells, right);
    BinaryOperator operator = operators.getFirst();
    for (int at = 0; at < cells.cells(); at++) {
      into[at] = quickly(operator, into[at], right[at]);
    }
    frame.giveBack();
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    BinaryOperator operator = operators.getFirst();
    Recurrence.Step left = recurrence.plain(first);
    Recurrence.Step right = recurrence.plain(operands.getFirst());
    return place -> quickly(operator, left.at(place), right.at(place));
  }

  /// 1 or 0 for two numbers; NaN when one of them is NaN.
  private static double quickly(BinaryOperator operator, double a, double b) {
    return Double.isNaN(a + b) ? Double.NaN : holds(operator, Ordering.compare(a, b)) ? 1 : 0;
  }

  private static Scalar compare(BinaryOperator operator, Scalar a, Scalar b) {
    if (a instanceof ErrorValue) {
      return a;
    }
    if (b instanceof ErrorValue) {
      return b;
    }
    return LogicalValue.of(holds(operator, Ordering.compare(a, b)));
  }

  private static boolean holds(BinaryOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case CONCATENATE, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, UNION, INTERSECTION, RANGE ->
          throw new IllegalArgumentException(operator.name());
    };
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
  List<Node> children() {
    return children;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    for (Node operand : operands) {
      if (operand.follows(written, frame)) {
        return true;
      }
    }
    return first.follows(written, frame);
  }
}
