package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
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
    return taken < nodes.length ? branch(nodes[taken], frame) : frame.keep(LogicalValue.FALSE);
  }

  /// A branch left empty is 0; the blank of a cell stays one.
  private static double branch(Node node, Frame frame) {
    double plain = node.plain(frame);
    boolean empty = node instanceof MissingNode || node.isValue();
    return empty && Double.isNaN(plain) && frame.other() == BlankValue.BLANK ? 0 : plain;
  }

  private double byError(Frame frame) {
    double plain = nodes[0].plain(frame);
    if (Double.isNaN(plain) && frame.other() instanceof ErrorValue) {
      plain = nodes[1].plain(frame);
    }
    return Double.isNaN(plain) && frame.other() == BlankValue.BLANK ? 0 : plain;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
