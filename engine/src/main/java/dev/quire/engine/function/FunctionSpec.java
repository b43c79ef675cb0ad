package dev.quire.engine.function;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Function;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.value.Value;
import java.util.List;

/// The declaration of a worksheet function: what it is called, what it takes, what it does.
///
/// @param name in upper case without prefix
/// @param parameters with the names that Excel documents
/// @param isVolatile whether the result may change although nothing it reads did
/// @param body computes the result
public record FunctionSpec(String name, List<Parameter> parameters, boolean isVolatile, Body body)
    implements Function {
  /// Computes a result from arguments that are already of the kinds asked for.
  @FunctionalInterface
  public interface Body {
    /// The result; errors are results.
    Value of(Arguments arguments);
  }

  /// Copies the parameters.
  public FunctionSpec {
    parameters = List.copyOf(parameters);
  }

  /// A function without parameters.
  public static FunctionSpec function(String name, Body body) {
    return new FunctionSpec(name, List.of(), false, body);
  }

  /// The same function with these parameters.
  public FunctionSpec takes(Parameter... parameters) {
    return new FunctionSpec(name, List.of(parameters), isVolatile, body);
  }

  /// The same function, calculated anew every time.
  public FunctionSpec everChanging() {
    return new FunctionSpec(name, parameters, true, body);
  }

  @Override
  public Value call(Arguments arguments) {
    return body.of(arguments);
  }
}
