package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Arguments evaluated when a function asks. While a function is called for each element of an
/// array, an argument is evaluated once and its elements are handed out.
final class LazyArguments {
  private final Node[] nodes;
  private final @Nullable Matrix @Nullable [] memo;
  private final int row;
  private final int column;

  private LazyArguments(Node[] nodes, @Nullable Matrix @Nullable [] memo, int row, int column) {
    this.nodes = nodes;
    this.memo = memo;
    this.row = row;
    this.column = column;
  }

  /// For a single call: values as they are, references included.
  static LazyArguments whole(Node[] nodes) {
    return new LazyArguments(nodes, null, 0, 0);
  }

  /// For many calls, of which [#at] names one.
  static LazyArguments shared(Node[] nodes) {
    return new LazyArguments(nodes, new Matrix[nodes.length], 0, 0);
  }

  LazyArguments at(int row, int column) {
    return new LazyArguments(nodes, memo, row, column);
  }

  Node node(int place) {
    return nodes[place];
  }

  int count() {
    return nodes.length;
  }

  Value value(int place, Frame frame) {
    return memo == null ? nodes[place].evaluate(frame) : matrix(place, frame).spread(row, column);
  }

  /// All elements of an argument that is handed out element by element.
  Matrix matrix(int place, Frame frame) {
    @Nullable Matrix[] known = Objects.requireNonNull(memo, "for a single call");
    Matrix matrix = known[place];
    if (matrix == null) {
      Value value = nodes[place].operand(frame);
      matrix =
          Lifting.settled(
              value instanceof ReferenceValue reference && !reference.isSingle()
                  ? ErrorValue.VALUE
                  : value,
              frame);
      known[place] = matrix;
    }
    return matrix;
  }
}
