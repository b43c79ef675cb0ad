package dev.quire.engine.formula;

/// A parameter of a worksheet function.
///
/// @param name as Excel documents it
/// @param isOptional whether it may be left out, or stay empty where later ones are needed
/// @param repeats whether it may come again; all repeating parameters of a function stand at its
///   end and repeat as a group
public record Parameter(String name, ParameterKind kind, boolean isOptional, boolean repeats) {
  /// A parameter that must be given once.
  public Parameter(String name, ParameterKind kind) {
    this(name, kind, false, false);
  }

  /// The same parameter, which may be left out.
  public Parameter optional() {
    return new Parameter(name, kind, true, repeats);
  }

  /// The same parameter, which may come again.
  public Parameter repeating() {
    return new Parameter(name, kind, isOptional, true);
  }
}
