package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ReferenceValue.Part;
import java.util.Arrays;
import java.util.List;

/// A call of a function of one or two numbers.
final class NumberCallNode extends CallNode {
  private final NumberCall call;
  private final boolean isQuick;

  NumberCallNode(Function function, List<Node> nodes, NumberCall call) {
    super(function, nodes);
    this.call = call;
    this.isQuick = isScalar() && this.nodes.length >= 1 && this.nodes.length <= 2;
  }

  @Override
  boolean isValue() {
    return isScalar();
  }

  @Override
  double plain(Frame frame) {
    if (!isQuick) {
      return super.plain(frame);
    }
    double first = nodes[0].plain(frame);
    double second = nodes.length > 1 ? nodes[1].plain(frame) : 0;
    double result = quickly(first, second);
    return Double.isNaN(result) ? super.plain(frame) : result;
  }

  @Override
  boolean vectorizes() {
    return isQuick && allVectorize(nodes);
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    nodes[0].plains(frame, cells, into);
    double[] second = frame.borrow(cells.cells());
    if (nodes.length > 1) {
      nodes[1].plains(frame, cells, second);
    } else {
      Arrays.fill(second, 0, cells.cells(), 0);
    }
    for (int at = 0; at < cells.cells(); at++) {
      into[at] = quickly(into[at], second[at]);
    }
    frame.giveBack();
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    Recurrence.Step first = recurrence.plain(nodes[0]);
    Recurrence.Step second = nodes.length > 1 ? recurrence.plain(nodes[1]) : _ -> 0;
    return place -> quickly(first.at(place), second.at(place));
  }

  /// NaN for whatever is no plain number, an error among them, which is for the ordinary call to
  /// tell.
  private double quickly(double first, double second) {
    double result = Double.isNaN(first + second) ? Double.NaN : call.of(first, second);
    return Double.isFinite(result) ? result : Double.NaN;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
