package dev.quire.engine.formula;

import dev.quire.engine.formula.LambdaNode.Callable;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The call of a function value: `LAMBDA(x,x+1)(5)`, a variable or a defined name with arguments.
final class ApplicationNode extends Node {
  private final Node callee;
  private final List<Node> arguments;

  ApplicationNode(Node callee, List<Node> arguments) {
    this.callee = callee;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  Value evaluate(Frame frame) {
    Value function = callee.evaluate(frame);
    return switch (function) {
      case Callable callable -> callable.callWith(values(frame));
      case ErrorValue error -> error;
      case Value _ -> ErrorValue.VALUE;
    };
  }

  private @Nullable Value[] values(Frame frame) {
    var values = new @Nullable Value[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = isOmitted(arguments.get(i), frame) ? null : arguments.get(i).evaluate(frame);
    }
    return values;
  }

  private static boolean isOmitted(Node argument, Frame frame) {
    return argument instanceof MissingNode
        || argument instanceof VariableNode variable && variable.isOmitted(frame);
  }

  @Override
  List<Node> children() {
    return Stream.concat(Stream.of(callee), arguments.stream()).toList();
  }
}
