package dev.quire.engine.function;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Function;
import dev.quire.engine.formula.NumberCall;
import dev.quire.engine.formula.NumberFold;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.formula.ResultKind;
import dev.quire.engine.formula.Shortcut;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Supplier;

/// The declaration of a worksheet function: what it is called, what it takes, what it does.
///
/// @param name in upper case without prefix
/// @param parameters with the names that Excel documents
/// @param result what it may yield when each argument is one value
/// @param isVolatile whether the result may change although nothing it reads did
/// @param since the version of Excel that has it first, as a year; 2007 also for all older ones
/// @param body computes the result
/// @param shortcut computes the commonest calls with less work
public record FunctionSpec(
    String name,
    List<Parameter> parameters,
    ResultKind result,
    boolean isVolatile,
    int since,
    Body body,
    Shortcut shortcut)
    implements Function {
  private static final int FIRST = 2007;

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

  /// A function without parameters that yields one value.
  public static FunctionSpec function(String name, Body body) {
    return new FunctionSpec(name, List.of(), ResultKind.SINGLE, false, FIRST, body, Shortcut.NONE);
  }

  /// The same function with these parameters.
  public FunctionSpec takes(Parameter... parameters) {
    return new FunctionSpec(name, List.of(parameters), result, isVolatile, since, body, shortcut);
  }

  /// The same function, calculated anew every time.
  public FunctionSpec everChanging() {
    return new FunctionSpec(name, parameters, result, true, since, body, shortcut);
  }

  /// The same function, whose result may be an array or a range although each argument is one
  /// value.
  public FunctionSpec yieldsArray() {
    return new FunctionSpec(
        name, parameters, ResultKind.SEVERAL, isVolatile, since, body, shortcut);
  }

  /// The same function, whose result is a reference.
  public FunctionSpec yieldsReference() {
    return new FunctionSpec(
        name, parameters, ResultKind.REFERENCE, isVolatile, since, body, shortcut);
  }

  /// The same function, whose result is one of its arguments.
  public FunctionSpec handsOn() {
    return new FunctionSpec(
        name, parameters, ResultKind.ARGUMENT, isVolatile, since, body, shortcut);
  }

  /// The same function, whose commonest calls are computed with less work.
  public FunctionSpec quick(Shortcut quick) {
    return new FunctionSpec(name, parameters, result, isVolatile, since, body, quick);
  }

  /// The same function, of one or two plain numbers.
  ///
  /// @param call the result; NaN where the body knows the error
  public FunctionSpec quick(NumberCall call) {
    return quick(new Shortcut.OfNumbers(call));
  }

  /// A function that takes in all numbers of its arguments, in cells only numbers.
  public static FunctionSpec folding(String name, Supplier<NumberFold> begin) {
    return function(name, a -> Numbers.fold(a, begin.get()))
        .takes(Parameters.any("number").repeating())
        .quick(new Shortcut.OfAll(begin));
  }

  /// The same function, first seen in a version of Excel.
  ///
  /// @param year 2010, 2013, 2016, 2019, 2021, or 2024 for what only Excel 365 has
  public FunctionSpec since(int year) {
    return new FunctionSpec(name, parameters, result, isVolatile, year, body, shortcut);
  }

  @Override
  public Value call(Arguments arguments) {
    return body.of(arguments);
  }
}
