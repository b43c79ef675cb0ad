package dev.quire.session;

import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.LostSession;
import dev.quire.store.journal.SessionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/// What the journal had when the server started, and which sessions it is to have: those that are
/// open, and those of a run that ended in a crash, which wait for their owners to come back.
final class KeptSessions {
  /// How late the journal is told that a session was used, at most. A crash makes it that much
  /// older at worst, so it is given that much longer.
  private static final Duration LAG = Duration.ofSeconds(15);

  private static final Duration TELLING = Duration.ofSeconds(10);

  private final Optional<JournalStore> store;
  private final Duration idle;
  private final CompletableFuture<Map<String, SessionRow>> waiting;
  private final CompletableFuture<Set<BookKey>> unsettled;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();
  private volatile Instant lastTold = Instant.EPOCH;

  /// Begins to read the sessions of the last run.
  ///
  /// @param idle how long a persistent session lives without a request
  KeptSessions(Journal journal, Duration idle, Executor executor) {
    this.store = journal.store();
    this.idle = idle;
    this.waiting =
        store
            .map(each -> CompletableFuture.supplyAsync(() -> read(each), executor))
            .orElseGet(() -> CompletableFuture.completedFuture(Map.of()));
    this.unsettled =
        store
            .map(each -> CompletableFuture.supplyAsync(() -> unsettled(each), executor))
            .orElseGet(() -> CompletableFuture.completedFuture(Set.of()));
  }

  private static Set<BookKey> unsettled(JournalStore journal) {
    Set<BookKey> books = ConcurrentHashMap.newKeySet();
    books.addAll(journal.unsettled());
    return books;
  }

  /// The workbooks whose files lacked changes when the server started, and may still lack them.
  Set<BookKey> unsettled() {
    return Set.copyOf(join(unsettled));
  }

  boolean isUnsettled(BookRef.Key book) {
    return join(unsettled).contains(Journal.key(book));
  }

  /// A workbook is in memory with all its changes, or will not be.
  void recovered(BookKey book) {
    join(unsettled).remove(book);
  }

  private static Map<String, SessionRow> read(JournalStore journal) {
    var rows = new ConcurrentHashMap<String, SessionRow>();
    journal.sessions().forEach(row -> rows.put(row.ticket(), row));
    return rows;
  }

  private Map<String, SessionRow> waiting() {
    return join(waiting);
  }

  private static <T> T join(CompletableFuture<T> reading) {
    try {
      return reading.join();
    } catch (CompletionException failed) {
      throw new SessionFault.CannotSave("the journal cannot be read");
    }
  }

  /// Whether sessions are kept at all.
  boolean isThere() {
    return store.isPresent();
  }

  /// An open session waits for its owner from now on; not longer than it would have stayed open.
  void waits(Session session) {
    String ticket = session.info().ticket();
    waiting()
        .put(
            ticket,
            new SessionRow(
                ticket,
                session.user(),
                Journal.key(session.book().key()),
                session.lastUsed().minus(LAG)));
  }

  /// How many sessions of a user wait.
  long countOf(String user, Instant now) {
    return waiting().values().stream()
        .filter(row -> row.user().equals(user) && !isOverdue(row, now))
        .count();
  }

  /// Remembers a session. Durable when this returns.
  void opened(String ticket, String user, BookRef.Key book, Instant now) {
    change(each -> each.open(new SessionRow(ticket, user, Journal.key(book), now)));
    told.put(ticket, now);
  }

  /// Forgets sessions. Durable when this returns.
  void ended(List<String> tickets) {
    change(each -> each.end(tickets));
    tickets.forEach(told::remove);
  }

  private interface Change {
    void on(JournalStore journal);
  }

  private void change(Change change) {
    try {
      store.ifPresent(change::on);
    } catch (StoreFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
  }

  /// The session with this ticket that waits for its owner, if it still may.
  Optional<SessionRow> find(String ticket, Instant now) {
    return Optional.ofNullable(waiting().get(ticket)).filter(row -> !isOverdue(row, now));
  }

  /// Its owner has come back. The journal is told at once: servers that crash again and again must
  /// not make a session that is in use look older and older.
  void claims(String ticket, Instant now) {
    change(each -> each.used(Map.of(ticket, now)));
    told.put(ticket, now);
  }

  /// It waits no longer.
  void claimed(String ticket) {
    waiting().remove(ticket);
  }

  /// How many sessions of a workbook wait.
  long count(BookRef.Key book, Instant now) {
    return waiting().values().stream()
        .filter(row -> row.book().equals(Journal.key(book)) && !isOverdue(row, now))
        .count();
  }

  /// All sessions that wait.
  Collection<SessionRow> all() {
    return List.copyOf(waiting().values());
  }

  /// The workbooks whose sessions wait.
  Set<BookKey> books() {
    return waiting().values().stream().map(SessionRow::book).collect(Collectors.toSet());
  }

  /// Those of a workbook that wait, as others are to remember them once it is deleted.
  List<LostSession> lost(BookRef.Key book, Instant now) {
    return waiting().values().stream()
        .filter(row -> row.book().equals(Journal.key(book)) && !isOverdue(row, now))
        .map(row -> new LostSession(row.ticket(), row.user(), until(row)))
        .toList();
  }

  /// Whether a session of a user would still be open had its workbook not been deleted, on this
  /// server or another.
  boolean hasLost(String user, String ticket, Instant now) {
    return store
        .flatMap(each -> each.lost(ticket))
        .filter(row -> row.user().equals(user) && now.isBefore(row.until()))
        .isPresent();
  }

  void forget(BookRef.Key book) {
    recovered(Journal.key(book));
    waiting().values().removeIf(row -> row.book().equals(Journal.key(book)));
  }

  /// A workbook has come from another server, with the sessions on it, and perhaps with changes
  /// that its file lacks.
  void arrived(BookKey book) {
    store.ifPresent(each -> {
      each.sessions(book).forEach(row -> waiting().put(row.ticket(), row));
      if (each.isUnsettled(book)) {
        join(unsettled).add(book);
      }
    });
  }

  /// A workbook goes to another server, which must know when its sessions were used last.
  void leave(Collection<Session> open) {
    tell(open);
    open.forEach(session -> told.remove(session.info().ticket()));
  }

  /// Drops those whose owners stayed away for too long, and tells the journal from time to time
  /// when the others were used.
  void sweep(Collection<Session> open, Instant now) {
    if (store.isEmpty() || !waiting.isDone() || waiting.isCompletedExceptionally()) {
      return;
    }
    List<String> overdue =
        waiting().values().stream()
            .filter(row -> isOverdue(row, now))
            .map(SessionRow::ticket)
            .toList();
    ended(overdue);
    overdue.forEach(waiting()::remove);
    if (Duration.between(lastTold, now).abs().compareTo(TELLING) >= 0) {
      lastTold = now;
      tell(open);
    }
  }

  private void tell(Collection<Session> open) {
    var news = new HashMap<String, Instant>();
    for (Session session : open) {
      String ticket = session.info().ticket();
      Instant last = told.get(ticket);
      if (last != null && !last.equals(session.lastUsed())) {
        news.put(ticket, session.lastUsed());
      }
    }
    change(each -> each.used(news));
    // Not those that have ended meanwhile.
    news.forEach((ticket, when) -> told.computeIfPresent(ticket, (_, _) -> when));
  }

  private boolean isOverdue(SessionRow row, Instant now) {
    return !now.isBefore(until(row));
  }

  private Instant until(SessionRow row) {
    return row.lastUsed().plus(idle).plus(LAG);
  }
}
