package dev.quire.graph.exchange;

import java.io.IOException;

/// Thrown by the body of an answer that is not to be given: whoever sends it closes the connection
/// without a word.
public final class Dropped extends IOException {
  private static final long serialVersionUID = 1;

  /// The only reason there is.
  public Dropped() {
    super("the connection was to be dropped");
  }
}
