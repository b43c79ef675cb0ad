package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.store.Content;
import dev.quire.store.StoreFault;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Outcome;
import dev.quire.workbook.Workbook;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// All sessions of a server. Safe to use from many threads.
///
/// Every method that takes a ticket answers [SessionFault.UnknownSession] unless the session is
/// open and belongs to this user and this workbook (semantics §1.5, §1.6), and restarts its idle
/// time both when it begins and when it ends. Without a ticket a request works on the live workbook
/// and what it writes is in the file when it returns.
public final class Sessions implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  /// Said to whoever writes to a session that keeps nothing.
  static final String DISCARDS = "Changes made in this session are discarded when it ends.";

  /// How long requests that still run are waited for at the end.
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final SessionSettings settings;
  private final InstantSource clock;
  private final CalculationEnvironment environment;
  private final Executor executor;
  private final Tickets tickets;
  private final Books books;
  private final Operations operations = new Operations();
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /// Starts without sessions.
  ///
  /// @param clock tells idle times; may be moved by tests
  /// @param random makes tickets, so nobody may foresee it
  /// @param executor opens workbooks for long-running operations
  public Sessions(
      SessionSettings settings,
      XlsxLimits limits,
      CalculationEnvironment environment,
      InstantSource clock,
      RandomGenerator random,
      Executor executor) {
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
    this.tickets = new Tickets(random);
    this.executor = executor;
    this.books = new Books(new BookOpener(limits, environment));
  }

  /// Opens a session.
  ///
  /// @param persistent whether its changes are saved; otherwise it works on a private copy of the
  ///   workbook as it is now
  /// @throws SessionFault.TooManySessions when the workbook has as many as it may have
  /// @throws SessionFault.CannotOpen when the file is no workbook
  public SessionInfo create(String user, BookRef ref, boolean persistent) {
    Instant now = clock.instant();
    OpenBook book = freshBook(ref, now);
    synchronized (book) {
      settings
          .perWorkbook()
          .ifPresent(limit -> {
            endOverdue(now);
            if (sessionsOf(book).size() >= limit) {
              throw new SessionFault.TooManySessions(limit);
            }
          });
      if (stopping) {
        throw new SessionFault.Stopping();
      }
      var session =
          new Session(
              tickets.next(),
              user,
              book,
              persistent ? Optional.empty() : Optional.of(book.live()),
              settings.idle(persistent),
              now);
      sessions.put(session.info().ticket(), session);
      return session.info();
    }
  }

  /// Opens a session, and lets the caller go if that takes long.
  ///
  /// @param patience how long to wait for the session itself; zero to wait not at all
  /// @return an operation, done if the session is open already
  public Operation createInBackground(
      String user, BookRef ref, boolean persistent, Duration patience) {
    var result = CompletableFuture.supplyAsync(() -> create(user, ref, persistent), executor);
    Operation operation = operations.add(user, ref.key(), result, clock.instant());
    if (patience.isPositive()) {
      try {
        result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (TimeoutException | ExecutionException _) {
        // The operation tells either: still running, or failed and why.
      }
    }
    return operation;
  }

  /// An operation of this user on this workbook.
  ///
  /// @throws SessionFault.UnknownOperation when there is none, or not any more
  public Operation operation(String user, BookRef ref, String id) {
    return operations
        .find(user, ref.key(), id)
        .orElseThrow(() -> new SessionFault.UnknownOperation(id));
  }

  /// Restarts the idle time of a session.
  public void refresh(String user, BookRef ref, String ticket) {
    inSession(user, ref, ticket, session -> session);
  }

  /// Ends a session after the requests in it. When this returns, all that a persistent session
  /// wrote is in the file; a private copy is dropped.
  ///
  /// @throws SessionFault.FileChanged when the file was changed by somebody else; the session stays
  /// @throws SessionFault.CannotSave when the drive refused; the session stays
  public void close(String user, BookRef ref, String ticket) {
    Session session = find(user, ref, ticket);
    Lock alone = session.gate().writeLock();
    alone.lock();
    try {
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      session.used(clock.instant());
      if (session.isPersistent()) {
        save(session.book());
      }
      end(session);
    } finally {
      alone.unlock();
    }
  }

  /// Reads a workbook.
  ///
  /// @param ticket the session to read in; without one the live workbook is read
  public <T> T read(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, T> reading) {
    if (ticket.isEmpty()) {
      return reading.apply(freshBook(ref, clock.instant()).live());
    }
    return inSession(
        user,
        ref,
        ticket.get(),
        session -> reading.apply(session.isPersistent() ? session.book().live() : session.fork()));
  }

  /// Calculates something with a workbook that is not kept in it.
  ///
  /// @param ticket the session to calculate in; without one the live workbook is taken
  public <T> T calculate(
      String user,
      BookRef ref,
      Optional<String> ticket,
      BiFunction<Workbook, CalculationEnvironment, T> calculating) {
    return read(user, ref, ticket, workbook -> calculating.apply(workbook, environment));
  }

  /// Changes a workbook; either all of the edit is applied or nothing.
  ///
  /// @param ticket the session to write in; without one the file has the change when this returns
  /// @param editing makes the edit, knowing the workbook that it is applied to
  public Written write(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, Edit> editing) {
    return write(user, ref, ticket, editing, Function.identity());
  }

  /// Changes a workbook if what came of it can be told; either all of the edit is applied or
  /// nothing.
  ///
  /// @param ticket the session to write in; without one the file has the change when this returns
  /// @param editing makes the edit, knowing the workbook that it is applied to
  /// @param telling makes the answer; when it throws, the workbook stays as it was
  public <T> T write(
      String user,
      BookRef ref,
      Optional<String> ticket,
      Function<Workbook, Edit> editing,
      Function<Written, T> telling) {
    if (ticket.isEmpty()) {
      return writeAndSave(freshBook(ref, clock.instant()), editing, telling);
    }
    return inSession(
        user,
        ref,
        ticket.get(),
        session ->
            session.isPersistent()
                ? writeLive(session.book(), editing, telling)
                : writeFork(session, editing, telling));
  }

  /// The bytes of a file, including every write that has been acknowledged.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  public Content content(BookRef ref) {
    books.find(ref.key()).filter(OpenBook::isDirty).ifPresent(this::save);
    return ref.drive().read(ref.itemId());
  }

  /// Writes what is still in memory only, so that the file may be replaced or compared.
  public void settle(BookRef ref) {
    books.find(ref.key()).filter(OpenBook::isDirty).ifPresent(this::save);
  }

  /// Whether somebody has a session on the workbook that would notice if the file were replaced.
  public boolean isOpen(BookRef ref) {
    endOverdue(clock.instant());
    return sessions.values().stream().anyMatch(session -> session.book().key().equals(ref.key()));
  }

  /// Forgets what is in memory of a file that has been deleted; its sessions find it gone.
  public void deleted(BookRef ref) {
    books.find(ref.key()).ifPresent(this::forgetDeleted);
  }

  /// Whether a session of this user is open on a workbook that has been deleted. For requests whose
  /// address leads nowhere, which may be why.
  public boolean hasLostWorkbook(String user, String ticket) {
    Session session = sessions.get(ticket);
    return session != null
        && session.isOf(user)
        && !session.isOverdue(clock.instant())
        && session.book().isGone();
  }

  /// Number of open sessions, for reports.
  public int count() {
    return sessions.size();
  }

  /// Ends sessions that were idle for too long, brings files up to date after a quiet moment, and
  /// forgets workbooks that nobody uses. Called regularly, and when the clock was moved.
  public void sweep() {
    Instant now = clock.instant();
    endOverdue(now);
    operations.sweep(now, settings.operationLife());
    for (OpenBook book : books.all()) {
      if (book.isDue(now, settings.quiet())) {
        saveQuietly(book);
      }
      if (sessionsOf(book).isEmpty()) {
        books.forgetIf(
            book,
            unused ->
                !unused.isDirty()
                    && !now.isBefore(unused.lastUsed().plus(settings.bookIdle()))
                    && sessionsOf(unused).isEmpty());
      }
    }
  }

  /// Saves everything and ends all sessions. Requests that run may finish first, but what has been
  /// acknowledged must not wait for ever for one that does not.
  @Override
  public void close() {
    close(LAST_WAIT);
  }

  /// Saves everything and ends all sessions.
  ///
  /// @param patience how long to wait, in all, for requests that still run
  public void close(Duration patience) {
    stopping = true;
    long until = System.nanoTime() + patience.toNanos();
    for (Session session : sessions.values()) {
      alone(session.gate().writeLock(), until, () -> end(session));
    }
    for (OpenBook book : books.all()) {
      if (book.isDirty()) {
        // Whoever is at work in the lane has not been answered; what is published has.
        alone(book.lane(), until, () -> saveAtLast(book));
      }
    }
  }

  private static void alone(Lock lock, long untilNanos, Runnable work) {
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

  private <T> T inSession(String user, BookRef ref, String ticket, Function<Session, T> work) {
    Session session = find(user, ref, ticket);
    Lock shared = session.gate().readLock();
    shared.lock();
    try {
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      Instant now = clock.instant();
      session.used(now);
      session.book().used(now);
      if (!session.book().isCurrent()) {
        catchUp(session.book());
      }
      return work.apply(session);
    } finally {
      session.used(clock.instant());
      shared.unlock();
    }
  }

  private Session find(String user, BookRef ref, String ticket) {
    Session session = sessions.get(ticket);
    if (session == null || !session.isOf(user, ref.key())) {
      throw new SessionFault.UnknownSession();
    }
    if (session.isOverdue(clock.instant())) {
      expire(session);
      throw new SessionFault.UnknownSession();
    }
    return session;
  }

  private void endOverdue(Instant now) {
    for (Session session : sessions.values()) {
      if (session.isOverdue(now)) {
        expire(session);
      }
    }
  }

  /// Ends an idle session unless a request came in between. What it wrote is saved; if that fails
  /// it stays in memory and is tried again.
  private void expire(Session session) {
    Lock alone = session.gate().writeLock();
    alone.lock();
    try {
      if (session.hasEnded() || !session.isOverdue(clock.instant())) {
        return;
      }
      end(session);
    } finally {
      alone.unlock();
    }
    if (session.isPersistent() && session.book().isDirty()) {
      saveQuietly(session.book());
    }
  }

  private void end(Session session) {
    session.end();
    sessions.remove(session.info().ticket(), session);
  }

  private List<Session> sessionsOf(OpenBook book) {
    var found = new ArrayList<Session>();
    for (Session session : sessions.values()) {
      if (session.book() == book) {
        found.add(session);
      }
    }
    return found;
  }

  /// The workbook as the file has it, together with what is not in the file yet.
  private OpenBook freshBook(BookRef ref, Instant now) {
    if (stopping) {
      throw new SessionFault.Stopping();
    }
    OpenBook book = books.open(ref, now);
    try {
      if (!book.isDirty() && !book.isCurrent()) {
        catchUp(book);
      }
    } catch (SessionFault.WorkbookGone _) {
      forgetDeleted(book);
      throw new SessionFault.NoSuchItem(ref.itemId());
    }
    return book;
  }

  private void forgetDeleted(OpenBook book) {
    book.gone();
    books.forgetIf(book, _ -> true);
  }

  private void catchUp(OpenBook book) {
    book.lane().lock();
    try {
      book.catchUp(clock.instant());
    } finally {
      book.lane().unlock();
    }
  }

  private <T> T writeFork(
      Session session, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    session.lane().lock();
    try {
      Written written = written(session.fork(), editing, environment.leavingUnread());
      var notices = new ArrayList<>(written.notices());
      notices.add(DISCARDS);
      T told = telling.apply(new Written(written.before(), written.workbook(), notices));
      session.fork(written.workbook());
      return told;
    } finally {
      session.lane().unlock();
    }
  }

  private <T> T writeLive(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    book.lane().lock();
    try {
      if (!book.isCurrent()) {
        throw new SessionFault.FileChanged(book.name());
      }
      Written written = written(book.live(), editing, environment);
      T told = telling.apply(written);
      book.publish(written.workbook(), clock.instant());
      return told;
    } finally {
      book.lane().unlock();
    }
  }

  private <T> T writeAndSave(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    book.lane().lock();
    try {
      book.catchUp(clock.instant());
      Written written = written(book.live(), editing, environment);
      T told = telling.apply(written);
      book.publish(written.workbook(), clock.instant());
      try {
        book.save(clock.instant());
      } catch (SessionFault refused) {
        book.publish(written.before(), clock.instant());
        throw refused;
      }
      return told;
    } finally {
      book.lane().unlock();
    }
  }

  private static Written written(
      Workbook before, Function<Workbook, Edit> editing, CalculationEnvironment calculation) {
    Outcome outcome = before.apply(editing.apply(before), calculation);
    return new Written(before, outcome.workbook(), outcome.notices());
  }

  private void save(OpenBook book) {
    book.lane().lock();
    try {
      book.save(clock.instant());
    } finally {
      book.lane().unlock();
    }
  }

  /// Saves when nobody waits for it. A conflict is left to the session that made the changes as
  /// long as there is one; after that the changes go into a file of their own.
  private void saveQuietly(OpenBook book) {
    saveQuietly(book, () -> save(book));
  }

  /// The same without waiting for the lane.
  private void saveAtLast(OpenBook book) {
    saveQuietly(book, () -> book.save(clock.instant()));
  }

  private void saveQuietly(OpenBook book, Runnable saving) {
    try {
      saving.run();
    } catch (SessionFault.WorkbookGone _) {
      // Whoever deleted the file did not want what was still to be written to it.
      forgetDeleted(book);
    } catch (SessionFault.FileChanged conflict) {
      if (sessionsOf(book).stream().noneMatch(Session::isPersistent)) {
        rescue(book, conflict);
      }
    } catch (SessionFault | StoreFault refused) {
      book.failed(clock.instant());
      LOG.log(Level.WARNING, "{0} is not saved yet: {1}", book.name(), refused.getMessage());
    }
  }

  private void rescue(OpenBook book, SessionFault conflict) {
    book.lane().lock();
    try {
      if (!book.isDirty()) {
        return; // Somebody else was quicker.
      }
      String beside = book.rescue(clock.instant());
      LOG.log(Level.WARNING, "{0}; the changes are kept in {1}", conflict.getMessage(), beside);
    } catch (StoreFault refused) {
      book.failed(clock.instant());
      LOG.log(
          Level.WARNING,
          "changes to {0} are not saved yet: {1}",
          book.name(),
          refused.getMessage());
    } finally {
      book.lane().unlock();
    }
  }
}
