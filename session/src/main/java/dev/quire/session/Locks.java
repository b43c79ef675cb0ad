package dev.quire.session;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/// What the end of the server needs of locks.
final class Locks {
  private Locks() {}

  /// Does something that cannot wait for ever, alone if that is possible in time.
  ///
  /// @param untilNanos a time of [System#nanoTime]
  static void holdIfPossible(Lock lock, long untilNanos, Runnable work) {
    boolean alone = false;
    try {
      alone = lock.tryLock(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    try {
      work.run();
    } finally {
      if (alone) {
        lock.unlock();
      }
    }
  }
}
