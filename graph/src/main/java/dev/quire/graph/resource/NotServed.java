package dev.quire.graph.resource;

/// A documented operation that is not built yet. Expected, so without a stack trace.
public final class NotServed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param operation name of the operation, as the entity model spells it
  public NotServed(String operation) {
    super(operation + " is not available in this version.", null, false, false);
  }
}
