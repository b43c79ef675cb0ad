package dev.quire.graph.resource;

/// An argument or a member of a body that cannot be used. Expected, so without a stack trace.
public final class BadArgument extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message names the argument, what was found and what is expected
  public BadArgument(String message) {
    super(message, null, false, false);
  }
}
