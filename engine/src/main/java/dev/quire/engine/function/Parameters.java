package dev.quire.engine.function;

import dev.quire.engine.formula.Parameter;
import dev.quire.engine.formula.ParameterKind;

/// The words with which tables of functions name their parameters.
public final class Parameters {
  private Parameters() {}

  /// One number.
  public static Parameter number(String name) {
    return new Parameter(name, ParameterKind.NUMBER);
  }

  /// One text.
  public static Parameter text(String name) {
    return new Parameter(name, ParameterKind.TEXT);
  }

  /// One logical.
  public static Parameter logical(String name) {
    return new Parameter(name, ParameterKind.LOGICAL);
  }

  /// One value that is no error.
  public static Parameter scalar(String name) {
    return new Parameter(name, ParameterKind.SCALAR);
  }

  /// One value, errors included.
  public static Parameter item(String name) {
    return new Parameter(name, ParameterKind.ITEM);
  }

  /// A rectangle of cells.
  public static Parameter range(String name) {
    return new Parameter(name, ParameterKind.RANGE);
  }

  /// A rectangle of cells or an array.
  public static Parameter table(String name) {
    return new Parameter(name, ParameterKind.TABLE);
  }

  /// A rectangle in which everything works element by element.
  public static Parameter array(String name) {
    return new Parameter(name, ParameterKind.ARRAY);
  }

  /// Anything.
  public static Parameter any(String name) {
    return new Parameter(name, ParameterKind.ANY);
  }

  /// Anything but an error that the argument itself comes to.
  public static Parameter list(String name) {
    return new Parameter(name, ParameterKind.LIST);
  }

  /// Anything, and everything written inside works element by element.
  public static Parameter elements(String name) {
    return new Parameter(name, ParameterKind.ELEMENTS);
  }

  /// One number, not given as a logical.
  public static Parameter plainNumber(String name) {
    return new Parameter(name, ParameterKind.PLAIN_NUMBER);
  }

  /// A position.
  public static Parameter place(String name) {
    return new Parameter(name, ParameterKind.PLACE);
  }

  /// A function value.
  public static Parameter lambda(String name) {
    return new Parameter(name, ParameterKind.FUNCTION);
  }

  /// An expression evaluated on demand.
  public static Parameter lazy(String name) {
    return new Parameter(name, ParameterKind.LAZY);
  }
}
