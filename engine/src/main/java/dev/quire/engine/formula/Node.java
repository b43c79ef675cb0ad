package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// A step of a planned formula. Keeps no state between evaluations.
abstract class Node {
  /// The value as it is; references are not read.
  abstract Value evaluate(Frame frame);

  /// The value for an operator: a single cell is read, several stay a reference.
  Value operand(Frame frame) {
    return Lifting.read(evaluate(frame), frame);
  }

  /// Whether [#operand] is a scalar whatever the cells hold, so that [#number] may be used.
  boolean isScalar() {
    return false;
  }

  /// Whether [#evaluate] is a scalar too, and never a reference.
  boolean isValue() {
    return false;
  }

  /// The value of a scalar node without a box where it is a number; otherwise NaN, and the frame
  /// keeps the value as [Frame#other].
  double plain(Frame frame) {
    Value value = operand(frame);
    return frame.plain(value instanceof Scalar scalar ? scalar : Lifting.topLeft(value, frame));
  }

  /// The number of a scalar node without a box; NaN when it is an error, which the frame keeps.
  final double number(Frame frame) {
    double plain = plain(frame);
    return Double.isNaN(plain) ? frame.number(frame.other()) : plain;
  }

  /// Whether a scalar node is true: 1 or 0; -1 when it is an error, which the frame keeps.
  int truth(Frame frame) {
    double plain = plain(frame);
    return Double.isNaN(plain) ? frame.truth(frame.other()) : plain != 0 ? 1 : 0;
  }

  /// Whether [#plains] is quicker than asking [#plain] in one cell after the other, and evaluates
  /// nothing that would show when a cell does not need it.
  boolean vectorizes() {
    return false;
  }

  /// [#plain] in each cell of a stretch; NaN where that is no number, or where [#plain] has to be
  /// asked for it.
  ///
  /// @param into gets the numbers, from its beginning
  void plains(Frame frame, Stretch cells, double[] into) {
    for (int at = 0; at < cells.cells(); at++) {
      frame.move(cells.rowAt(at), cells.columnAt(at));
      into[at] = plain(frame);
    }
  }

  /// [#number] in each cell of a stretch; NaN where that is an error, or where [#number] has to be
  /// asked for it.
  ///
  /// @param into gets the numbers, from its beginning
  void numbers(Frame frame, Stretch cells, double[] into) {
    plains(frame, cells, into);
  }

  /// [#truth] in each cell of a stretch: 1 or 0, or NaN where [#truth] has to be asked for it.
  ///
  /// @param into gets the truths, from its beginning
  void truths(Frame frame, Stretch cells, double[] into) {
    plains(frame, cells, into);
    for (int at = 0; at < cells.cells(); at++) {
      into[at] = truth(into[at]);
    }
  }

  /// 1 for a number that is true and 0 for one that is not; NaN stays.
  static double truth(double number) {
    return Double.isNaN(number) ? Double.NaN : number != 0 ? 1 : 0;
  }

  /// Whether it has a [#step].
  boolean hasSteps() {
    return false;
  }

  /// The same as part of a recurrence, as a number.
  Recurrence.Step step(Recurrence recurrence) {
    throw new IllegalStateException("no step of a recurrence: " + this);
  }

  /// Whether all of several steps vectorize.
  static boolean allVectorize(Node[] steps) {
    for (Node step : steps) {
      if (!step.vectorizes()) {
        return false;
      }
    }
    return true;
  }

  /// The steps directly below.
  List<Node> children() {
    return List.of();
  }

  /// How many steps nest, this one included.
  final int height() {
    int deepest = 0;
    for (Node child : children()) {
      deepest = Math.max(deepest, child.height());
    }
    return deepest + 1;
  }

  /// Whether evaluation may come to something else since cells were written; false only when it
  /// surely does not. Asked where nothing else that the formula reads has changed, and only of
  /// formulas that do not change by themselves.
  boolean follows(List<Part> written, Frame frame) {
    return true;
  }

  /// Whether one of several steps follows.
  static boolean anyFollows(Node[] steps, List<Part> written, Frame frame) {
    for (Node step : steps) {
      if (step.follows(written, frame)) {
        return true;
      }
    }
    return false;
  }

  /// Notes the cells that evaluation may read.
  void reads(ReadCollector collector) {
    for (Node child : children()) {
      child.reads(collector);
    }
  }
}
