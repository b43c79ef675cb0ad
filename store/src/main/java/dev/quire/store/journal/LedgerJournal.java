package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A journal in a [Ledger] behind a [GroupCommit].
abstract sealed class LedgerJournal implements JournalStore permits SqliteJournal, SharedJournal {
  private final GroupCommit commits = new GroupCommit(this::ledger);

  /// Opens the database.
  abstract Ledger ledger() throws SQLException;

  /// The file with the turn in which it is changed, asked when the change is handed in.
  ///
  /// @throws StoreFault.Unwritable when it is another server's turn
  abstract Held held(BookKey book);

  /// A change to the ledger.
  interface Change {
    void on(Ledger ledger) throws SQLException;
  }

  <T> CompletableFuture<T> submit(GroupCommit.Work<T> work) {
    return commits.submit(work);
  }

  final CompletableFuture<Void> change(Change change) {
    return submit(
            ledger -> {
              change.on(ledger);
              return true;
            })
        .thenAccept(_ -> {});
  }

  final <T> T await(GroupCommit.Work<T> work) {
    return join(submit(work));
  }

  static <T> T join(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof StoreFault fault) {
        throw fault;
      }
      throw failed;
    }
  }

  @Override
  public Optional<BookLog> read(BookKey book) {
    Held held = held(book);
    return await(ledger -> ledger.read(held));
  }

  @Override
  public void guard(BookKey book) {
    Held held = held(book);
    join(change(ledger -> ledger.guard(held)));
  }

  @Override
  public boolean isUnsettled(BookKey book) {
    Held held = held(book);
    return await(ledger -> ledger.isUnsettled(held));
  }

  @Override
  public CompletableFuture<Void> append(BookKey book, LogEntry entry, Optional<FileMark> file) {
    Held held = held(book);
    return change(ledger -> ledger.append(held, entry, file));
  }

  @Override
  public void intend(BookKey book, FileMark next) {
    Held held = held(book);
    join(change(ledger -> ledger.intend(held, next)));
  }

  @Override
  public CompletableFuture<Void> settle(BookKey book, FileMark file) {
    Held held = held(book);
    return change(ledger -> ledger.settle(held, file));
  }

  @Override
  public void restart(BookKey book, FileMark file) {
    Held held = held(book);
    join(change(ledger -> ledger.begin(held, file)));
  }

  @Override
  public void setAside(BookKey book, long from, String reason) {
    Held held = held(book);
    join(change(ledger -> ledger.setAside(held, from, reason)));
  }

  @Override
  public void forget(BookKey book, List<LostSession> lost, Instant now) {
    Held held = held(book);
    join(change(ledger -> ledger.forget(held, lost, now)));
  }

  @Override
  public void remember(List<LostSession> lost, Instant now) {
    if (!lost.isEmpty()) {
      join(change(ledger -> ledger.remember(lost, now)));
    }
  }

  @Override
  public Optional<LostSession> lost(String ticket) {
    return await(ledger -> ledger.lost(ticket));
  }

  @Override
  public void open(SessionRow session) {
    Held held = held(session.book());
    join(
        change(ledger -> {
          ledger.guard(held);
          ledger.sessions().open(session);
        }));
  }

  @Override
  public void end(List<String> tickets) {
    if (!tickets.isEmpty()) {
      join(change(ledger -> ledger.sessions().end(tickets)));
    }
  }

  @Override
  public void used(Map<String, Instant> times) {
    if (!times.isEmpty()) {
      join(change(ledger -> ledger.sessions().used(times)));
    }
  }

  @Override
  public List<SessionRow> sessions(BookKey book) {
    return await(ledger -> ledger.sessionRows(book));
  }

  @Override
  public int backlog() {
    return commits.waiting();
  }

  @Override
  public void close() {
    commits.close();
  }
}
