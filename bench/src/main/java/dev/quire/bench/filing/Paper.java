package dev.quire.bench.filing;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A file as its client knows it. Safe to use from both threads of the client.
final class Paper {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile Optional<String> id = Optional.empty();
  private volatile Optional<String> ticket = Optional.empty();
  private volatile Optional<Truth> mayHold = Optional.empty();
  private volatile Truth holds;
  private volatile boolean leaving;

  Paper(Truth holds) {
    this.holds = holds;
  }

  /// Held shared by those who write cells, alone by whoever gives it another content or opens or
  /// closes its session.
  ReadWriteLock lock() {
    return lock;
  }

  /// Nothing while nobody has told.
  Optional<String> id() {
    return id;
  }

  void isCalled(String theId) {
    id = Optional.of(theId);
  }

  /// The session on it that has not been closed.
  Optional<String> ticket() {
    return ticket;
  }

  void ticket(Optional<String> now) {
    ticket = now;
  }

  /// Whether somebody has asked for its end.
  boolean isLeaving() {
    return leaving;
  }

  void leaving(boolean now) {
    leaving = now;
  }

  Truth holds() {
    return holds;
  }

  /// What it holds, if what was asked for and not acknowledged has come about.
  Optional<Truth> mayHold() {
    return mayHold;
  }

  void mayHold(Truth other) {
    mayHold = Optional.of(other);
  }

  void holdsStill() {
    mayHold = Optional.empty();
  }

  void holdsNow(Truth now) {
    holds = now;
    mayHold = Optional.empty();
  }
}
