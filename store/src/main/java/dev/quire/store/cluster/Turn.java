package dev.quire.store.cluster;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The time in which this server looks after a file.
final class Turn {
  private final long fence;

  /// Requests hold it shared; whoever ends the turn takes it alone.
  private final ReentrantReadWriteLock stay = new ReentrantReadWriteLock();

  private volatile boolean ending;
  private volatile boolean ended;

  Turn(long fence) {
    this.fence = fence;
  }

  long fence() {
    return fence;
  }

  ReentrantReadWriteLock stay() {
    return stay;
  }

  boolean isEnding() {
    return ending;
  }

  void ending(boolean now) {
    ending = now;
  }

  /// Whether the file is gone.
  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }
}
