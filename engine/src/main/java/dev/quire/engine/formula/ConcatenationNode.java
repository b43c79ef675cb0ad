package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// `&` between operands. Works on all of them at once, so that a long chain builds one text.
final class ConcatenationNode extends Node {
  private final List<Node> operands;
  private final boolean isScalar;

  ConcatenationNode(List<Node> operands) {
    this.operands = operands;
    this.isScalar = operands.stream().allMatch(Node::isScalar);
  }

  @Override
  Value evaluate(Frame frame) {
    // Loops, not streams: each nesting level costs stack.
    var parts = new ArrayList<Matrix>(operands.size());
    boolean lifts = false;
    for (Node operand : operands) {
      Value value = operand.operand(frame);
      lifts |= !(value instanceof Scalar);
      parts.add(Lifting.settled(value, frame));
    }
    return lifts ? lifted(parts, frame) : joined(parts, 0, 0, frame);
  }

  private static Value lifted(List<Matrix> parts, Frame frame) {
    return Lifting.array(
        parts.stream().mapToInt(Matrix::rows).max().orElseThrow(),
        parts.stream().mapToInt(Matrix::columns).max().orElseThrow(),
        frame,
        (row, column) -> joined(parts, row, column, frame));
  }

  private static Scalar joined(List<Matrix> parts, int row, int column, Frame frame) {
    var text = new StringBuilder();
    for (Matrix part : parts) {
      Scalar word = Conversions.text(part.spread(row, column), frame.numbers);
      if (word instanceof ErrorValue) {
        return word;
      }
      if (text.length() < TextValue.MAX_LENGTH) {
        text.append(((TextValue) word).text());
      }
    }
    return TextValue.cut(text);
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
    return operands;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    for (Node operand : operands) {
      if (operand.follows(written, frame)) {
        return true;
      }
    }
    return false;
  }
}
