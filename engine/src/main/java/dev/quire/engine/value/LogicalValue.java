package dev.quire.engine.value;

/// TRUE or FALSE.
public enum LogicalValue implements Scalar {
  /// FALSE.
  FALSE,
  /// TRUE.
  TRUE;

  /// The value of a Java boolean.
  public static LogicalValue of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /// Whether this is TRUE.
  public boolean truth() {
    return this == TRUE;
  }
}
