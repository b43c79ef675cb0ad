package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.ReferenceValue.Part;
import java.util.List;

/// A call of `IF` or `IFERROR`.
final class ChoiceNode extends CallNode {
  private final Shortcut.Choice choice;

  ChoiceNode(Function function, List<Node> nodes, Shortcut.Choice choice) {
    super(function, nodes);
    this.choice = choice;
  }

  @Override
  double plain(Frame frame) {
    if (!isScalar()) {
      return super.plain(frame);
    }
    return switch (choice) {
      case IF -> byTruth(frame);
      case IFERROR -> byError(frame);
    };
  }

  private double byTruth(Frame frame) {
    int truth = nodes[0].truth(frame);
    if (truth < 0) {
      return Double.NaN;
    }
    int taken = truth == 1 ? 1 : 2;
    return taken < nodes.length ? nodes[taken].plain(frame) : frame.keep(LogicalValue.FALSE);
  }

  private double byError(Frame frame) {
    double plain = nodes[0].plain(frame);
    return Double.isNaN(plain) && frame.other() instanceof ErrorValue
        ? nodes[1].plain(frame)
        : plain;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
