package dev.quire.engine.value;

import java.util.List;
import java.util.Optional;

/// Several functions side by side or one below the other, as `HSTACK(SUM,COUNT)` yields for
/// `GROUPBY`. Cannot be called itself.
///
/// @param functions at least one
/// @param sideBySide whether their results stand beside one another
public record FunctionsValue(List<FunctionValue> functions, boolean sideBySide)
    implements FunctionValue {
  /// Copies the functions.
  public FunctionsValue {
    functions = List.copyOf(functions);
  }

  @Override
  public Value call(List<Value> arguments) {
    return ErrorValue.VALUE;
  }

  @Override
  public Optional<String> name() {
    return Optional.empty();
  }

  @Override
  public int arity() {
    return 0;
  }
}
