package dev.quire.graph.resource;

/// A method that a resource does not have. Expected, so without a stack trace.
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String method;
  private final String allowed;

  /// @param method the method of the request
  /// @param allowed the methods that the resource has, as the header `Allow` lists them
  public NotAllowed(String method, String allowed) {
    super(method + " is not allowed here", null, false, false);
    this.method = method;
    this.allowed = allowed;
  }

  /// The method of the request.
  public String method() {
    return method;
  }

  /// The methods that the resource has.
  public String allowed() {
    return allowed;
  }
}
