package dev.quire.engine.formula;

/// What a function takes at a place, and who turns the argument into that. The kinds for one value
/// lift: given an array, the function is called for each element.
public enum ParameterKind {
  /// One number; text is read as a number, logicals count as 1 and 0.
  NUMBER(true),
  /// As [#NUMBER], but a logical is `#VALUE!`: functions of the former Analysis ToolPak.
  PLAIN_NUMBER(true),
  /// One text.
  TEXT(true),
  /// One logical; numbers are TRUE unless 0.
  LOGICAL(true),
  /// One value of any type but an error, which ends the call.
  SCALAR(true),
  /// One value of any type, errors included.
  ITEM(true),
  /// A single rectangle of cells; anything else is `#VALUE!`. Several references call the function
  /// for each (O).
  RANGE(false),
  /// A single rectangle: cells, an array, or one value.
  TABLE(false),
  /// As [#TABLE], and everything written inside works element by element (`SUMPRODUCT`).
  ARRAY(false),
  /// Whatever it is, errors and unions included; nothing is checked. Several references call the
  /// function for each (O, of `SUBTOTAL`, `N`, `SUM` and `AREAS`).
  ANY(false),
  /// As [#ANY], but an error that the argument itself comes to ends the call (`LARGE`).
  LIST(false),
  /// As [#ANY], and everything written inside works element by element (`INDEX`).
  ELEMENTS(false),
  /// The position of cells, which are not read (`ROW`); of several references each.
  PLACE(false),
  /// An expression that the function evaluates when it needs it.
  LAZY(false),
  /// A function value, such as a `LAMBDA`; anything else is `#VALUE!`.
  FUNCTION(false);

  private final boolean lifts;

  ParameterKind(boolean lifts) {
    this.lifts = lifts;
  }

  /// Whether one value is taken, and arrays call the function for each element.
  public boolean lifts() {
    return lifts;
  }

  /// Whether several references call the function for each of them.
  boolean liftsReferences() {
    return this == RANGE || this == ANY || this == PLACE;
  }
}
