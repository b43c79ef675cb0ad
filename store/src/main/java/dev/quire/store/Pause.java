package dev.quire.store;

import java.io.InterruptedIOException;

/// A wait before something is tried again.
final class Pause {
  private Pause() {}

  /// @throws InterruptedIOException when the thread is interrupted meanwhile, or was before
  static void ofMillis(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
