package dev.quire.engine.formula;

/// What a function may yield when each of its arguments is one value.
public enum ResultKind {
  /// One value.
  SINGLE,
  /// An array or a range.
  SEVERAL,
  /// A reference; called for several elements, several of them, which have no values (O).
  REFERENCE,
  /// One of its arguments: several values when an argument is.
  ARGUMENT
}
