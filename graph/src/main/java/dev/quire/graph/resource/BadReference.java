package dev.quire.graph.resource;

/// Something that is not a range where a range is needed. Expected, so without a stack trace.
public final class BadReference extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message names what was asked for
  public BadReference(String message) {
    super(message, null, false, false);
  }
}
