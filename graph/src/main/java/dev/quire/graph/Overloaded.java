package dev.quire.graph;

/// The server has too much to do or to keep; later it may have room. Expected, so without a stack
/// trace.
final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overloaded(String message) {
    super(message, null, false, false);
  }
}
