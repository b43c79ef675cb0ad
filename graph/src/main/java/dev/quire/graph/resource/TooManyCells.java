package dev.quire.graph.resource;

/// A range with more cells than an operation takes. Expected, so without a stack trace.
public final class TooManyCells extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param cells how many there are
  /// @param most how many there may be
  public TooManyCells(long cells, long most) {
    super("The range has %d cells; the limit is %d.".formatted(cells, most), null, false, false);
  }
}
