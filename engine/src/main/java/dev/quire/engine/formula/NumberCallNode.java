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
    double result = Double.isNaN(first + second) ? Double.NaN : call.of(first, second);
    // Whatever is no plain number, an error among them, is for the ordinary call to tell.
    return Double.isFinite(result) ? result : super.plain(frame);
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
      boolean areNumbers = !Double.isNaN(into[at] + second[at]);
      double result = areNumbers ? call.of(into[at], second[at]) : Double.NaN;
      into[at] = Double.isFinite(result) ? result : Double.NaN;
    }
    frame.giveBack();
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
