package dev.quire.workbook.pivot;

/// A pivot table cannot be worked out from its source, which has changed in a way that it does not
/// allow. Expected, so without a stack trace.
public final class PivotObstacle extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param why the reason, in words
  public PivotObstacle(String why) {
    super(why, null, false, false);
  }

  /// The reason, in words.
  public String why() {
    return String.valueOf(getMessage());
  }
}
