package dev.quire.graph.resource;

import java.util.Optional;

/// A method that a resource does not have. Expected, so without a stack trace.
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String method;
  private final String allowed;
  private final Optional<String> why;

  /// @param method the method of the request
  /// @param allowed the methods that the resource has, as the header `Allow` lists them
  public NotAllowed(String method, String allowed) {
    this(method, allowed, Optional.empty());
  }

  /// @param method the method of the request
  /// @param allowed the methods that the resource has, as the header `Allow` lists them
  /// @param why it means nothing, as part of a sentence
  public NotAllowed(String method, String allowed, Optional<String> why) {
    super(method + " is not allowed here", null, false, false);
    this.method = method;
    this.allowed = allowed;
    this.why = why;
  }

  /// The method of the request.
  public String method() {
    return method;
  }

  /// Why the method means nothing, as part of a sentence.
  public Optional<String> why() {
    return why;
  }

  /// The methods that the resource has.
  public String allowed() {
    return allowed;
  }
}
