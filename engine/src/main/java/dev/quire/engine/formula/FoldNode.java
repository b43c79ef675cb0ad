package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A call of a function that takes in all numbers of its arguments. A single area that grows from
/// cell to cell (`SUM($A$1:A2)`, filled down) is taken in once.
final class FoldNode extends CallNode {
  /// Cells of an area that are quickly taken in.
  private static final int MOST_CELLS = 64;

  private final Supplier<NumberFold> begin;
  private final int slot;
  private final boolean isQuick;
  private final boolean slides;
  private final boolean hasAreas;

  /// @param slot the place of this call among those of its formula
  FoldNode(Function function, List<Node> nodes, Supplier<NumberFold> begin, int slot) {
    super(function, nodes);
    this.begin = begin;
    this.slot = slot;
    this.isQuick = nodes.stream().allMatch(FoldNode::isQuick);
    this.hasAreas = nodes.stream().anyMatch(AreaNode.class::isInstance);
    this.slides =
        nodes.size() == 1 && nodes.getFirst() instanceof AreaNode area && grows(area.area());
  }

  private static boolean isQuick(Node node) {
    return node instanceof CellNode
        || node instanceof AreaNode area && area.isOnOneSheet()
        || node.isValue();
  }

  private static boolean grows(RelativeArea area) {
    return area.top().fixed() != area.bottom().fixed()
        || area.left().fixed() != area.right().fixed();
  }

  @Override
  boolean isValue() {
    return isScalar();
  }

  @Override
  Value evaluate(Frame frame) {
    return isQuick ? frame.scalar(plain(frame)) : super.evaluate(frame);
  }

  @Override
  double plain(Frame frame) {
    if (!isQuick) {
      return super.plain(frame);
    }
    if (slides && nodes[0] instanceof AreaNode area) {
      return sliding(area, frame);
    }
    NumberFold fold = begin.get();
    for (Node node : nodes) {
      if (!takes(fold, node, frame)) {
        return nodes.length == 1 ? Double.NaN : ordinary(frame);
      }
    }
    return result(fold, frame);
  }

  /// The ordinary call knows which of several errors comes first.
  private double ordinary(Frame frame) {
    Value value = super.evaluate(frame);
    return frame.plain(value instanceof Scalar scalar ? scalar : Lifting.topLeft(value, frame));
  }

  @Override
  boolean vectorizes() {
    return isQuick && (slides || Stream.of(nodes).allMatch(FoldNode::isSmall));
  }

  /// Few cells, so that many formulas in a row take no long time.
  private static boolean isSmall(Node node) {
    return node instanceof AreaNode area ? area.area().hasAtMost(MOST_CELLS) : node.vectorizes();
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    if (hasAreas) {
      super.plains(frame, cells, into);
      return;
    }
    int count = cells.cells();
    var arguments = new Recurrence.Step[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      double[] numbers = frame.borrow(count);
      nodes[node].plains(frame, cells, numbers);
      arguments[node] = place -> numbers[place];
    }
    for (int at = 0; at < count; at++) {
      into[at] = folded(arguments, at);
    }
    for (int node = 0; node < nodes.length; node++) {
      frame.giveBack();
    }
  }

  @Override
  boolean hasSteps() {
    return !hasAreas;
  }

  @Override
  Recurrence.Step step(Recurrence recurrence) {
    var arguments = Stream.of(nodes).map(recurrence::plain).toArray(Recurrence.Step[]::new);
    return place -> folded(arguments, place);
  }

  private double folded(Recurrence.Step[] arguments, int place) {
    NumberFold fold = begin.get();
    for (Recurrence.Step argument : arguments) {
      double number = argument.at(place);
      if (Double.isNaN(number)) {
        return Double.NaN;
      }
      fold.add(number);
    }
    return fold.result();
  }

  /// Whether there was no error, which is kept.
  private static boolean takes(NumberFold fold, Node node, Frame frame) {
    if (node instanceof AreaNode area) {
      Optional<Area> cells = cells(area, frame);
      if (cells.isEmpty()) {
        frame.keep(ErrorValue.REF);
        return false;
      }
      frame.workspace.scan(area.sheet(frame), cells.get(), fold);
      if (fold.hasFailed()) {
        frame.keep(fold.error());
        return false;
      }
      return true;
    }
    // What is written out is converted; of a cell only a number counts.
    double number = node instanceof CellNode ? node.plain(frame) : node.number(frame);
    if (!Double.isNaN(number)) {
      fold.add(number);
      return true;
    }
    return !(frame.other() instanceof ErrorValue);
  }

  private static Optional<Area> cells(AreaNode area, Frame frame) {
    Optional<Area> at = frame.area(area.area());
    boolean there =
        area.sheet(frame) == frame.sheet
            || frame.workspace.sheetName(area.sheet(frame)).isPresent();
    return there ? at : Optional.empty();
  }

  private double sliding(AreaNode area, Frame frame) {
    Optional<Area> cells = cells(area, frame);
    if (cells.isEmpty()) {
      return frame.keep(ErrorValue.REF);
    }
    int sheet = area.sheet(frame);
    Area all = cells.get();
    Slide before = frame.slide(slot);
    boolean continues = before != null && before.begins(sheet, all);
    NumberFold fold = before != null && continues ? before.fold() : begin.get();
    if (!fold.hasFailed()) {
      frame.workspace.scan(sheet, before != null && continues ? before.rest(all) : all, fold);
    }
    frame.keep(slot, new Slide(fold, sheet, all));
    return result(fold, frame);
  }

  private static double result(NumberFold fold, Frame frame) {
    double result = fold.result();
    return Double.isNaN(result) ? frame.keep(fold.error()) : result;
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return anyFollows(nodes, written, frame);
  }
}
