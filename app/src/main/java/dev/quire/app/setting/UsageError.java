package dev.quire.app.setting;

/// Whoever typed a command or wrote a configuration must change something; the message says what.
public final class UsageError extends Exception {
  private static final long serialVersionUID = 1;

  /// An error with its message.
  public UsageError(String message) {
    super(message, null, false, false);
  }
}
