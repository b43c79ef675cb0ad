package dev.quire.engine.value;

import java.util.List;
import java.util.Optional;

/// A function as a value: a `LAMBDA`, or a worksheet function named without parentheses as in
/// `BYROW(A1:C3,SUM)`. It can be called while the formula that made it is evaluated and must not be
/// kept longer; a cell never holds one.
public non-sealed interface FunctionValue extends Value {
  /// Calls it.
  ///
  /// @param arguments values as they are, references included
  /// @return `#VALUE!` when it does not take so many, `#NUM!` when calls nest too deeply
  Value call(List<Value> arguments);

  /// The name of the worksheet function; empty for a `LAMBDA`.
  Optional<String> name();

  /// How many arguments it must be given at least.
  int arity();
}
