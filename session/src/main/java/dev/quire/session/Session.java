package dev.quire.session;

import dev.quire.workbook.Workbook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// An open session. Requests hold it shared while they run; closing and expiring take it alone, so
/// they wait for requests that run and turn away those that come later.
final class Session {
  private final String ticket;
  private final String user;
  private final OpenBook book;
  private final boolean persistent;
  private final Duration idle;
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  /// Writers of a private fork, one at a time.
  private final ReentrantLock lane = new ReentrantLock();

  /// The private copy; absent in a persistent session, which works on the live one.
  private volatile @Nullable Workbook fork;

  private volatile Instant lastUsed;
  private volatile boolean ended;
  private volatile boolean parked;

  /// What the owner is to be told with the next answer.
  private final AtomicReference<Optional<String>> untold = new AtomicReference<>(Optional.empty());

  Session(
      String ticket,
      String user,
      OpenBook book,
      Optional<Workbook> fork,
      Duration idle,
      Instant now) {
    this.ticket = ticket;
    this.user = user;
    this.book = book;
    this.fork = fork.orElse(null);
    this.persistent = fork.isEmpty();
    this.idle = idle;
    this.lastUsed = now;
  }

  SessionInfo info() {
    return new SessionInfo(ticket, persistent);
  }

  OpenBook book() {
    return book;
  }

  boolean isPersistent() {
    return persistent;
  }

  boolean isOf(String otherUser, BookRef.Key key) {
    return isOf(otherUser) && book.key().equals(key);
  }

  boolean isOf(String otherUser) {
    return user.equals(otherUser);
  }

  /// Whether it has been idle for too long; never while a request runs.
  boolean isOverdue(Instant now) {
    return gate.getReadLockCount() == 0 && !now.isBefore(lastUsed.plus(idle));
  }

  void used(Instant now) {
    lastUsed = now;
  }

  /// When it ends unless it is used again.
  Instant until() {
    return lastUsed.plus(idle);
  }

  Instant lastUsed() {
    return lastUsed;
  }

  /// Has something told with the next answer.
  void owes(String notice) {
    untold.set(Optional.of(notice));
  }

  /// What is to be told, once.
  Optional<String> tell() {
    return untold.get().isEmpty() ? Optional.empty() : untold.getAndSet(Optional.empty());
  }

  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
    fork = null;
  }

  /// Ends here and waits in the journal: whoever has its ticket finds it there.
  void park() {
    parked = true;
    end();
  }

  boolean isParked() {
    return parked;
  }

  String user() {
    return user;
  }

  ReentrantReadWriteLock gate() {
    return gate;
  }

  ReentrantLock lane() {
    return lane;
  }

  Workbook fork() {
    Workbook copy = fork;
    if (copy == null) {
      throw new SessionFault.UnknownSession();
    }
    return copy;
  }

  void fork(Workbook changed) {
    fork = changed;
  }
}
