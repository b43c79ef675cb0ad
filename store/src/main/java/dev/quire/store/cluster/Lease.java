package dev.quire.store.cluster;

import java.time.Duration;

/// How long this server is certainly not taken for dead, by its own clocks. They count from before
/// the database was asked, and stop a little early, so that they end before the database's does. A
/// process that was stopped sees it by the one clock, a machine that was suspended by the other.
final class Lease {
  /// Clocks of two machines do not run equally fast.
  private static final double SAFE_PART = 0.9;

  private final Duration length;
  private volatile Times until = new Times(System.nanoTime(), System.currentTimeMillis());

  private record Times(long nanos, long millis) {
    static Times now() {
      return new Times(System.nanoTime(), System.currentTimeMillis());
    }

    Times plus(Duration time) {
      return new Times(nanos + time.toNanos(), millis + time.toMillis());
    }
  }

  Lease(Duration length) {
    this.length = length;
  }

  Duration length() {
    return length;
  }

  /// Asks the database, and takes the lease if it says yes.
  boolean renew(Asking asking) {
    Times before = Times.now();
    if (!asking.isGranted()) {
      return false;
    }
    until = before.plus(Duration.ofNanos((long) (length.toNanos() * SAFE_PART)));
    return true;
  }

  /// A question to the database.
  interface Asking {
    boolean isGranted();
  }

  boolean isValid() {
    Times now = Times.now();
    Times end = until;
    return now.nanos() - end.nanos() < 0 && now.millis() < end.millis();
  }
}
