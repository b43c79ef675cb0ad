package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Does everybody's work on a database on one platform thread, in the order in which it came, and
/// makes as much of it as is waiting durable with one commit. Native code would hold up a virtual
/// thread's carrier; here it holds up nobody.
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_AT_ONCE = 512;

  /// Something to do with an open ledger.
  interface Work<T> {
    /// @throws StoreFault when it is refused; the ledger is as it was
    /// @throws SQLException when the ledger is in an unknown state
    T on(Ledger ledger) throws SQLException;
  }

  /// Opens the ledger when there is something to do, and again after a failure.
  interface Opening {
    Ledger open() throws SQLException;
  }

  private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Opening opening;
  private final Thread thread;
  private final Job<Boolean> end = new Job<>(_ -> true);
  private boolean closing;
  private @Nullable Ledger ledger;

  private static final class Job<T> {
    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable Runnable outcome;

    Job(Work<T> work) {
      this.work = work;
    }

    void run(Ledger ledger) throws SQLException {
      try {
        T result = work.on(ledger);
        outcome = () -> done.complete(result);
      } catch (StoreFault refused) {
        outcome = () -> done.completeExceptionally(refused);
      }
    }

    void tell() {
      if (outcome != null) {
        outcome.run();
      }
    }
  }

  GroupCommit(Opening opening) {
    this.opening = opening;
    this.thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::work);
  }

  /// Hands in work; done when it is durable.
  <T> CompletableFuture<T> submit(Work<T> work) {
    var job = new Job<>(work);
    begin();
    put(job);
    return job.done;
  }

  /// How much has been handed in and not begun.
  int waiting() {
    return waiting.size();
  }

  private synchronized void begin() {
    if (closing) {
      throw new StoreFault.Unwritable("the journal", "it is closed");
    }
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void put(Job<?> job) {
    try {
      waiting.put(job);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreFault.Unwritable("the journal", "interrupted");
    }
  }

  /// Nobody interrupts this thread: that would close the files under it.
  private void work() {
    var batch = new ArrayList<Job<?>>(MOST_AT_ONCE);
    while (!batch.contains(end)) {
      batch.clear();
      try {
        batch.add(waiting.take());
      } catch (InterruptedException nobody) {
        throw new AssertionError(nobody);
      }
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
      commit(batch);
    }
    drop();
  }

  private void commit(List<Job<?>> batch) {
    try {
      Ledger open = opened();
      for (Job<?> job : batch) {
        job.run(open);
      }
      open.commit();
    } catch (StoreFault.Unreachable elsewhere) {
      fail(batch, elsewhere);
      return;
    } catch (SQLException | RuntimeException | LinkageError failed) {
      fail(batch, new StoreFault.Unwritable("the journal", String.valueOf(failed.getMessage())));
      return;
    }
    batch.forEach(Job::tell);
  }

  private void fail(List<Job<?>> batch, StoreFault fault) {
    drop();
    batch.forEach(job -> job.done.completeExceptionally(fault));
  }

  private Ledger opened() throws SQLException {
    Ledger open = ledger;
    if (open == null) {
      open = opening.open();
      ledger = open;
    }
    return open;
  }

  /// Nobody knows what a failed commit left behind; a fresh ledger reads what is there.
  private void drop() {
    if (ledger != null) {
      ledger.close();
      ledger = null;
    }
  }

  /// Returns when all that was handed in is durable or refused, and the ledger is closed.
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      if (thread.getState() == Thread.State.NEW) {
        return;
      }
    }
    put(end);
    joinThread();
  }

  private void joinThread() {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
