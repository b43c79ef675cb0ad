package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A formula whose cells are calculated from the ones before them, such as a running total: what
/// the cells of a stretch do not need of one another is calculated for all of them at once, and the
/// rest in one cell after the other, without looking for the cell before. For one thread and one
/// calculation.
public final class Recurrence {
  /// The farthest cell before that is kept at hand.
  private static final int FARTHEST = 16;

  private final Frame frame;
  private final boolean down;
  private final List<Prepared> prepared = new ArrayList<>();
  private final Step result;

  /// How far before its own cell one is read.
  private int farthest;

  /// The results, and before them those of the cells before the stretch.
  private double[] results = new double[FARTHEST];

  /// A part of the formula.
  @FunctionalInterface
  interface Step {
    /// What it comes to; NaN when that is no number or has to be asked of the formula itself.
    ///
    /// @param place of the cell in the stretch, the one after that which was asked before
    double at(int place);
  }

  /// A part of the formula that reads nothing of the stretch, calculated before.
  private static final class Prepared implements Step {
    private final Kind kind;
    private final Node node;
    private double[] values = {};

    /// As what a step is needed.
    private enum Kind {
      PLAIN,
      NUMBER,
      TRUTH
    }

    Prepared(Kind kind, Node node) {
      this.kind = kind;
      this.node = node;
    }

    void fill(Frame frame, Stretch cells) {
      if (values.length < cells.cells()) {
        values = new double[cells.cells()];
      }
      switch (kind) {
        case PLAIN -> node.plains(frame, cells, values);
        case NUMBER -> node.numbers(frame, cells, values);
        case TRUTH -> node.truths(frame, cells, values);
      }
    }

    @Override
    public double at(int place) {
      return values[place];
    }
  }

  private Recurrence(Node root, Frame frame, boolean down) {
    this.frame = frame;
    this.down = down;
    this.result = plain(root);
  }

  /// The recurrence of a formula that [vectorizes][Node#vectorizes]; empty when it is of another
  /// kind.
  ///
  /// @param down whether the cells lie one below the other
  static Optional<Recurrence> of(Node root, Frame frame, boolean down) {
    return canBe(root, frame, down)
        ? Optional.of(new Recurrence(root, frame, down))
        : Optional.empty();
  }

  private static boolean canBe(Node node, Frame frame, boolean down) {
    if (!recurs(node, frame, down)) {
      return true;
    }
    if (!node.hasSteps()) {
      return false;
    }
    for (Node child : node.children()) {
      if (!canBe(child, frame, down)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a part reads a cell before its own.
  private static boolean recurs(Node node, Frame frame, boolean down) {
    if (node instanceof CellNode cell) {
      int distance = cell.before(frame, down);
      return distance > 0 && distance <= FARTHEST;
    }
    for (Node child : node.children()) {
      if (recurs(child, frame, down)) {
        return true;
      }
    }
    return false;
  }

  /// A part as [Node#plain] has it.
  Step plain(Node node) {
    if (!recurs(node, frame, down)) {
      return prepared(Prepared.Kind.PLAIN, node);
    }
    return node instanceof ComparisonNode ? _ -> Double.NaN : step(node);
  }

  /// A part as [Node#number] has it.
  Step number(Node node) {
    return recurs(node, frame, down) ? step(node) : prepared(Prepared.Kind.NUMBER, node);
  }

  /// A part as [Node#truth] has it: 1 or 0.
  Step truth(Node node) {
    if (!recurs(node, frame, down)) {
      return prepared(Prepared.Kind.TRUTH, node);
    }
    Step step = step(node);
    return place -> Node.truth(step.at(place));
  }

  private Step prepared(Prepared.Kind kind, Node node) {
    var part = new Prepared(kind, node);
    prepared.add(part);
    return part;
  }

  private Step step(Node node) {
    if (node instanceof CellNode cell) {
      farthest = Math.max(farthest, cell.before(frame, down));
      int back = FARTHEST - cell.before(frame, down);
      return place -> results[back + place];
    }
    return node.step(this);
  }

  /// Calculates cells one after the other, until one does not come to a number.
  ///
  /// @param into gets the numbers, from its beginning
  /// @return how many came to numbers; the formula has to be calculated in the next one
  public int calculate(Stretch cells, double[] into) {
    int count = cells.cells();
    if (results.length < FARTHEST + count) {
      results = new double[FARTHEST + count];
    }
    frame.giveBackAll();
    frame.move(cells.row(), cells.column());
    for (Prepared part : prepared) {
      part.fill(frame, cells);
    }
    readBefore(cells);
    int done = 0;
    for (; done < count; done++) {
      // Excel knows no negative zero.
      double number = result.at(done) + 0.0;
      if (Double.isNaN(number)) {
        break;
      }
      results[FARTHEST + done] = number;
    }
    System.arraycopy(results, FARTHEST, into, 0, done);
    return done;
  }

  private void readBefore(Stretch cells) {
    Arrays.fill(results, 0, FARTHEST, Double.NaN);
    int known = Math.min(farthest, down ? cells.row() : cells.column());
    for (int back = 1; back <= known; back++) {
      int row = down ? cells.row() - back : cells.row();
      int column = down ? cells.column() : cells.column() - back;
      results[FARTHEST - back] = frame.workspace.number(frame.sheet, row, column);
    }
  }
}
