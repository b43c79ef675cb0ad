package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.ReferenceValue.Part;
import java.util.Arrays;
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
  boolean vectorizes() {
    return isScalar()
        && switch (choice) {
          case IF -> allVectorize(nodes);
          case IFERROR -> nodes[0].vectorizes();
        };
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    switch (choice) {
      case IF -> byTruth(frame, cells, into);
      case IFERROR -> nodes[0].plains(frame, cells, into);
    }
  }

  /// A branch that no cell takes is not evaluated: what it reads may be waiting for these cells.
  private void byTruth(Frame frame, Stretch cells, double[] into) {
    int count = cells.cells();
    double[] truths = frame.borrow(count);
    double[] otherwise = frame.borrow(count);
    nodes[0].truths(frame, cells, truths);
    branch(1, frame, cells, truths, into);
    branch(2, frame, cells, truths, otherwise);
    for (int at = 0; at < count; at++) {
      into[at] = truths[at] == 1 ? into[at] : truths[at] == 0 ? otherwise[at] : Double.NaN;
    }
    frame.giveBack();
    frame.giveBack();
  }

  private void branch(int node, Frame frame, Stretch cells, double[] truths, double[] into) {
    int takenWhen = node == 1 ? 1 : 0;
    boolean isTaken = false;
    for (int at = 0; at < cells.cells() && !isTaken; at++) {
      isTaken = truths[at] == takenWhen;
    }
    if (isTaken && node < nodes.length) {
      nodes[node].plains(frame, cells, into);
    } else {
      Arrays.fill(into, 0, cells.cells(), Double.NaN);
    }
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    if (choice == Shortcut.Choice.IFERROR) {
      return recurrence.plain(nodes[0]);
    }
    Recurrence.Step truth = recurrence.truth(nodes[0]);
    Recurrence.Step then = recurrence.plain(nodes[1]);
    Recurrence.Step otherwise = nodes.length > 2 ? recurrence.plain(nodes[2]) : _ -> Double.NaN;
    return place -> {
      double taken = truth.at(place);
      return taken == 1 ? then.at(place) : taken == 0 ? otherwise.at(place) : Double.NaN;
    };
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
