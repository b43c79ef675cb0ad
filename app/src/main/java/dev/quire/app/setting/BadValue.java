package dev.quire.app.setting;

/// A text that is not what its setting takes; the message says what it must be.
public final class BadValue extends Exception {
  private static final long serialVersionUID = 1;

  BadValue(String mustBe) {
    super(mustBe, null, false, false);
  }
}
