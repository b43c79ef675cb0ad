package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `LAMBDA`: yields a function that remembers the variables it can see.
final class LambdaNode extends Node {
  private final int firstSlot;
  private final boolean[] optional;
  private final Node body;
  private final int height;

  /// @param firstSlot where the first parameter is kept; the variables before it are remembered
  /// @param optional for each parameter whether callers may leave it out
  LambdaNode(int firstSlot, boolean[] optional, Node body) {
    this.firstSlot = firstSlot;
    this.optional = optional;
    this.body = body;
    this.height = body.height() + 1;
  }

  @Override
  Value evaluate(Frame frame) {
    return new Closure(this, frame, Arrays.copyOf(frame.variables, firstSlot));
  }

  @Override
  List<Node> children() {
    return List.of(body);
  }

  /// Whether it can be called with so many arguments.
  private boolean accepts(int arguments) {
    return arguments >= least() && arguments <= optional.length;
  }

  private int least() {
    int least = optional.length;
    while (least > 0 && optional[least - 1]) {
      least--;
    }
    return least;
  }

  /// A function as it came out of a formula.
  static final class Closure implements Callable {
    private final LambdaNode lambda;
    private final Frame home;
    private final @Nullable Value[] seen;

    private Closure(LambdaNode lambda, Frame home, @Nullable Value[] seen) {
      this.lambda = lambda;
      this.home = home;
      this.seen = seen;
    }

    @Override
    public Optional<String> name() {
      return Optional.empty();
    }

    @Override
    public int arity() {
      return lambda.least();
    }

    @Override
    public Value callWith(@Nullable Value[] arguments) {
      if (!lambda.accepts(arguments.length)) {
        return ErrorValue.VALUE;
      }
      Frame inside = home.called();
      System.arraycopy(seen, 0, inside.variables, 0, seen.length);
      System.arraycopy(arguments, 0, inside.variables, lambda.firstSlot, arguments.length);
      return home.evaluation.enter(
          lambda.optional.length,
          lambda.height,
          ErrorValue.NUM,
          () -> lambda.body.evaluate(inside));
    }
  }

  /// A function that also takes arguments left empty.
  interface Callable extends FunctionValue {
    /// Calls it.
    ///
    /// @param arguments null where one was left empty
    Value callWith(@Nullable Value[] arguments);

    @Override
    default Value call(List<Value> arguments) {
      return callWith(arguments.toArray(Value[]::new));
    }
  }
}
