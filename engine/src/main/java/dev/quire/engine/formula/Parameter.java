package dev.quire.engine.formula;

/// A parameter of a worksheet function.
///
/// @param name as Excel documents it
/// @param isOptional whether it may be left out
/// @param repeats whether it may come again; all repeating parameters of a function stand at its
///   end and repeat as a group
/// @param mayBeEmpty whether an empty argument is as good as none; it is for optional ones
public record Parameter(
    String name, ParameterKind kind, boolean isOptional, boolean repeats, boolean mayBeEmpty) {
  /// A parameter that must be given once.
  public Parameter(String name, ParameterKind kind) {
    this(name, kind, false, false, false);
  }

  /// The same parameter, which may be left out.
  public Parameter optional() {
    return new Parameter(name, kind, true, repeats, true);
  }

  /// The same parameter, whose place must be there but may be empty.
  public Parameter orEmpty() {
    return new Parameter(name, kind, isOptional, repeats, true);
  }

  /// The same parameter, which may come again.
  public Parameter repeating() {
    return new Parameter(name, kind, isOptional, true, mayBeEmpty);
  }
}
