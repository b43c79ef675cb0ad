package dev.quire.server.service;

import dev.quire.session.Sessions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What has to happen between requests: when the server starts, and as time passes.
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final long SWEEP_MILLIS = 250;
  private static final long LOOK_MINUTES = 5;

  private final Sessions sessions;
  private final OwnDrives drives;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweeper").factory());

  private Housekeeping(Sessions sessions, OwnDrives drives) {
    this.sessions = sessions;
    this.drives = drives;
  }

  /// Brings back what a crash has left, and begins to keep time.
  ///
  /// @param workers do what may take long
  static Housekeeping begin(Sessions sessions, OwnDrives drives, ExecutorService workers) {
    var begun = new Housekeeping(sessions, drives);
    workers.execute(() -> {
      begun.recover();
      begun.remind();
    });
    begun.sweeper.scheduleWithFixedDelay(
        sessions::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    begun.sweeper.scheduleWithFixedDelay(
        () -> workers.execute(begun::look), LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
    return begun;
  }

  /// Does what is due at once, as the clock was moved.
  void timePassed() {
    sessions.sweep();
    look();
  }

  private void recover() {
    try {
      sessions.recover(drives::store);
    } catch (RuntimeException failed) {
      LOG.log(Level.ERROR, "the journal could not be looked through", failed);
    }
  }

  /// Subscribers may have been told of nothing while the server stopped, or of nothing that changed
  /// since, so they are told to look.
  private void remind() {
    try {
      drives.all().forEach(sessions::tellOfStart);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "subscribers could not be looked for: {0}", failed.getMessage());
    }
  }

  /// Subscriptions end after some time, and their owners are told before.
  private void look() {
    try {
      drives.all().forEach(sessions::tellOfTime);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "subscribers could not be looked for: {0}", failed.getMessage());
    }
  }

  /// Lets time pass unnoticed from now on.
  @Override
  public void close() {
    sweeper.shutdown();
  }
}
