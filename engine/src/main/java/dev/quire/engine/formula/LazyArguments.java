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
  private final @Nullable Value @Nullable [] memo;
  private final int row;
  private final int column;

  private LazyArguments(Node[] nodes, @Nullable Value @Nullable [] memo, int row, int column) {
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
    return new LazyArguments(nodes, new Value[nodes.length], 0, 0);
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

  /// All of an argument whose elements are handed out one by one.
  Value all(int place, Frame frame) {
    @Nullable Value[] kept = Objects.requireNonNull(memo);
    Value value = kept[place];
    if (value == null) {
      value = nodes[place].operand(frame);
      kept[place] = value;
    }
    return value;
  }

  Value value(int place, Frame frame) {
    if (memo == null) {
      return nodes[place].evaluate(frame);
    }
    Value value = all(place, frame);
    return value instanceof ReferenceValue reference && !reference.isSingle()
        ? ErrorValue.VALUE
        : Matrix.of(value, frame.workspace).spread(row, column);
  }
}
