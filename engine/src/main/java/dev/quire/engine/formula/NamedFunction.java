package dev.quire.engine.formula;

import dev.quire.engine.formula.LambdaNode.Callable;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A worksheet function as a value, as `SUM` is in `BYROW(A1:C3,SUM)`.
record NamedFunction(Function function, Frame home) implements Callable {
  @Override
  public Optional<String> name() {
    return Optional.of(function.name());
  }

  @Override
  public int arity() {
    return (int) function.parameters().stream().filter(each -> !each.isOptional()).count();
  }

  @Override
  public Value callWith(@Nullable Value[] arguments) {
    if (!function.accepts(arguments.length)) {
      return ErrorValue.VALUE;
    }
    List<Node> nodes = new ArrayList<>();
    for (Value argument : arguments) {
      nodes.add(argument == null ? new MissingNode() : new ConstantNode(argument));
    }
    home.evaluation.spend(1);
    return new CallNode(function, nodes).evaluate(home);
  }
}
