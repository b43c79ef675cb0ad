package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.session.SessionFault.TooBusy.Scarce;
import dev.quire.store.Content;
import dev.quire.store.DriveStore;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import dev.quire.store.cluster.Tenant;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.JournalStore;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Outcome;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.encoding.EditRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// All sessions of a server. Safe to use from many threads.
///
/// Every method that takes a ticket answers [SessionFault.UnknownSession] unless the session is
/// open and belongs to this user and this workbook (semantics §1.5, §1.6), and restarts its idle
/// time both when it begins and when it ends. Without a ticket a request works on the live
/// workbook.
///
/// What has been written, except to a session that keeps nothing, is durable when the method
/// returns: in the journal if there is one, and in the file a moment later; without a journal,
/// writes without a ticket go into the file at once, and those of persistent sessions when they
/// end.
public final class Sessions implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  /// Said to whoever writes to a session that keeps nothing.
  static final String DISCARDS = "Changes made in this session are discarded when it ends.";

  /// Said to whoever writes to a file that somebody signed.
  static final String UNSIGNS =
      "The digital signature of the file is removed, since it does not hold for a changed file.";

  /// Said once to whoever goes on with a session after the server has ended without closing it.
  static final String RECOVERED =
      "This session goes on after the server was started again; %d changes that were in no file yet were recovered from its journal.";

  /// How long requests that still run are waited for at the end.
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  /// Smaller sheets are read at once: that takes some milliseconds, and tells of damages early.
  private static final long LATE_BYTES = 1 << 20;

  private final SessionSettings settings;
  private final InstantSource clock;
  private final CalculationEnvironment environment;
  private final Executor executor;
  private final Tickets tickets;
  private final Books books;
  private final Journal journal;
  private final KeptSessions kept;
  private final BookLoader loader;
  private final FileVersions versions;
  private final Checkouts checkouts = new Checkouts();
  private final EditFeed feed = new EditFeed();
  private final Incidents incidents = new Incidents();
  private final Operations operations = new Operations();
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
  private final Turnstile<String> users;
  private final Turnstile<BookRef.Key> working;
  private final Heap heap;
  private final Room room;
  private volatile boolean stopping;

  /// Starts without a journal.
  ///
  /// @param clock tells idle times; may be moved by tests
  /// @param random makes tickets, so nobody may foresee it
  /// @param executor opens workbooks for long-running operations and reads their sheets
  public Sessions(
      SessionSettings settings,
      XlsxLimits limits,
      CalculationEnvironment environment,
      InstantSource clock,
      RandomGenerator random,
      Executor executor) {
    this(settings, limits, environment, clock, random, executor, Journal.NONE);
  }

  /// Starts with what a journal has. Its sessions are open again for their owners.
  ///
  /// @param clock tells idle times; may be moved by tests
  /// @param random makes tickets, so nobody may foresee it
  /// @param executor opens workbooks for long-running operations and reads their sheets
  /// @param journal keeps what is in no file yet; whoever opened it closes it after the sessions
  public static Sessions journaled(
      SessionSettings settings,
      XlsxLimits limits,
      CalculationEnvironment environment,
      InstantSource clock,
      RandomGenerator random,
      Executor executor,
      JournalStore journal) {
    return new Sessions(
        settings, limits, environment, clock, random, executor, new Journal(Optional.of(journal)));
  }

  private Sessions(
      SessionSettings settings,
      XlsxLimits limits,
      CalculationEnvironment environment,
      InstantSource clock,
      RandomGenerator random,
      Executor executor,
      Journal journal) {
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
    this.tickets = new Tickets(random);
    this.executor = executor;
    this.journal = journal;
    this.kept = new KeptSessions(journal, settings.persistentIdle(), executor);
    var reading =
        new SheetReading(executor, Runtime.getRuntime().availableProcessors(), LATE_BYTES);
    this.versions = new FileVersions(settings.versions());
    this.loader =
        new BookLoader(
            new BookOpener(limits, environment, reading),
            journal,
            incidents,
            versions,
            checkouts,
            feed);
    this.books = new Books(loader);
    Bounds bounds = settings.bounds();
    this.users = new Turnstile<>(bounds.requestsPerUser());
    this.working = new Turnstile<>(bounds.requestsPerWorkbook());
    this.heap = new Heap(bounds.heapPercent());
    this.room = new Room(books, kept, sessions, working, clock, bounds.workbookBytes());
  }

  /// Lets a request of a user in; the caller closes what is returned when it is answered.
  ///
  /// @throws SessionFault.TooBusy when as many of the user's requests are being answered as may be
  public Pass admit(String user) {
    return users.enter(
        user,
        () ->
            new SessionFault.TooBusy(
                Scarce.USER,
                "%d requests of this user are being answered, which is the limit"
                    .formatted(settings.bounds().requestsPerUser())));
  }

  private Pass at(BookRef ref) {
    return working.enter(
        ref.key(),
        () ->
            new SessionFault.TooBusy(
                Scarce.WORKBOOK,
                "%d requests about the workbook are being answered, which is the limit"
                    .formatted(settings.bounds().requestsPerWorkbook())));
  }

  /// Brings back what the journal has and no file: opens those workbooks, so that their files get
  /// it, and tells what was found. Requests need not wait for that; whatever they ask for is
  /// brought back first.
  ///
  /// @param drives drives by their ids
  public void recover(Function<String, Optional<DriveStore>> drives) {
    Optional<JournalStore> store = journal.store();
    if (store.isEmpty()) {
      return;
    }
    loader.report(store.get().findings(), clock.instant());
    for (BookKey key : kept.unsettled()) {
      Optional<DriveStore> drive = drives.apply(key.drive());
      if (drive.isPresent()) {
        recover(new BookRef(key.drive(), drive.get(), key.item()));
      } else {
        incidents.add(
            clock.instant(),
            Incident.Kind.DAMAGED,
            key.item(),
            "Its drive is not there; its changes stay in the journal.");
      }
      kept.recovered(key);
    }
  }

  /// Takes workbooks from other servers and gives them back.
  ///
  /// @param drives drives by their ids
  public Tenant tenant(Function<String, Optional<DriveStore>> drives) {
    return new Tenancy(
        books,
        kept,
        sessions.values(),
        clock,
        this::end,
        key ->
            drives
                .apply(key.drive())
                .ifPresent(drive -> recover(new BookRef(key.drive(), drive, key.item()))));
  }

  private void recover(BookRef ref) {
    try {
      freshBook(ref, clock.instant());
    } catch (SessionFault.NoSuchItem _) {
      loader.rescueMissing(ref, clock.instant());
    } catch (SessionFault | StoreFault refused) {
      incidents.add(
          clock.instant(),
          Incident.Kind.DAMAGED,
          ref.itemId(),
          "Its changes stay in the journal: " + refused.getMessage());
    }
  }

  /// The bytes of a new workbook with one empty worksheet.
  public static byte[] blankWorkbook() {
    return XlsxFile.blank();
  }

  /// What happened to acknowledged changes, oldest first.
  public List<Incident> incidents() {
    return incidents.all();
  }

  /// Opens a session.
  ///
  /// @param persistent whether its changes are saved; otherwise it works on a private copy of the
  ///   workbook as it is now
  /// @throws SessionFault.TooManySessions when the workbook has as many as it may have
  /// @throws SessionFault.TooBusy when the user has, or memory is short
  /// @throws SessionFault.CannotOpen when the file is no workbook
  public SessionInfo create(String user, BookRef ref, boolean persistent) {
    try (Pass _ = at(ref)) {
      requireMemory();
      return opened(user, ref, persistent);
    }
  }

  private SessionInfo opened(String user, BookRef ref, boolean persistent) {
    Instant now = clock.instant();
    requireSessionOf(user, now);
    OpenBook book = freshBook(ref, now);
    synchronized (book) {
      settings
          .perWorkbook()
          .ifPresent(limit -> {
            endOverdue(now);
            if (sessionsOf(ref.key()) + kept.count(ref.key(), now) >= limit) {
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
      if (persistent) {
        kept.opened(session.info().ticket(), user, ref.key(), now);
      }
      sessions.put(session.info().ticket(), session);
      return session.info();
    }
  }

  private void requireSessionOf(String user, Instant now) {
    int most = settings.bounds().sessionsPerUser();
    if (sessionsOf(user) + kept.countOf(user, now) >= most) {
      endOverdue(now);
      if (sessionsOf(user) + kept.countOf(user, now) >= most) {
        throw new SessionFault.TooBusy(
            Scarce.USER, "the user has %d sessions, which is the limit".formatted(most));
      }
    }
  }

  private long sessionsOf(String user) {
    return sessions.values().stream().filter(each -> each.isOf(user)).count();
  }

  private void requireMemory() {
    if (heap.isFull()) {
      throw new SessionFault.TooBusy(Scarce.MEMORY, "the server is short of memory");
    }
  }

  /// Opens a session, and lets the caller go if that takes long.
  ///
  /// @param patience how long to wait for the session itself; zero to wait not at all
  /// @return an operation, done if the session is open already
  public Operation createInBackground(
      String user, BookRef ref, boolean persistent, Duration patience) {
    return inBackground(user, ref, () -> create(user, ref, persistent), patience);
  }

  /// Does something about a workbook, and lets the caller go if that takes long.
  ///
  /// @param work done by another thread
  /// @param patience how long to wait for it; zero to wait not at all
  /// @return an operation, done if the work is done already
  public Operation inBackground(
      String user, BookRef ref, Supplier<? extends OperationResult> work, Duration patience) {
    CompletableFuture<OperationResult> result = CompletableFuture.supplyAsync(work::get, executor);
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
    try (Pass _ = at(ref)) {
      inSession(
          user,
          ref,
          ticket,
          session -> {
            stayCurrent(session.book());
            return session;
          });
    }
  }

  /// Ends a session after the requests in it. When this returns, all that a persistent session
  /// wrote is in the file; a private copy is dropped.
  ///
  /// @throws SessionFault.FileChanged when the file was changed by somebody else; the session stays
  /// @throws SessionFault.CannotSave when the drive refused; the session stays
  /// @return what was saved of the workbook since the last session that was told of it; empty for a
  ///   session that keeps nothing, and when there was nothing to save
  public Optional<Saves> close(String user, BookRef ref, String ticket) {
    try (Pass _ = at(ref)) {
      return closed(user, ref, ticket);
    }
  }

  private Optional<Saves> closed(String user, BookRef ref, String ticket) {
    Session session = find(user, ref, ticket);
    Lock alone = session.gate().writeLock();
    alone.lock();
    try {
      if (session.isParked()) {
        return closed(user, ref, ticket); // It is in the journal, where it is found next.
      }
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      session.used(clock.instant());
      Optional<Saves> saves = Optional.empty();
      if (session.isPersistent()) {
        saves = saveAndTell(session.book());
        kept.ended(List.of(ticket));
      }
      end(session);
      return saves;
    } finally {
      alone.unlock();
    }
  }

  /// Reads a workbook.
  ///
  /// @param ticket the session to read in; without one the live workbook is read
  public <T> T read(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, T> reading) {
    try (Pass _ = at(ref)) {
      return seen(user, ref, ticket, reading);
    }
  }

  private <T> T seen(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, T> reading) {
    if (ticket.isEmpty()) {
      return reading.apply(freshBook(ref, clock.instant()).live());
    }
    return inSession(
        user,
        ref,
        ticket.get(),
        session -> {
          stayCurrent(session.book());
          return reading.apply(session.isPersistent() ? session.book().live() : session.fork());
        });
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
  /// @param ticket the session to write in, if any
  /// @param editing makes the edit, knowing the workbook that it is applied to
  public Written write(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, Edit> editing) {
    return write(user, ref, ticket, editing, Function.identity());
  }

  /// Changes a workbook if what came of it can be told; either all of the edit is applied or
  /// nothing.
  ///
  /// @param ticket the session to write in, if any
  /// @param editing makes the edit, knowing the workbook that it is applied to
  /// @param telling makes the answer; when it throws, the workbook stays as it was
  public <T> T write(
      String user,
      BookRef ref,
      Optional<String> ticket,
      Function<Workbook, Edit> editing,
      Function<Written, T> telling) {
    try (Pass _ = at(ref)) {
      requireMemory();
      return changed(user, ref, ticket, editing, telling);
    }
  }

  private <T> T changed(
      String user,
      BookRef ref,
      Optional<String> ticket,
      Function<Workbook, Edit> editing,
      Function<Written, T> telling) {
    if (ticket.isEmpty()) {
      OpenBook book = freshBook(ref, clock.instant());
      book.requireFreeFor(user);
      return journal.isThere()
          ? writeDurably(book, editing, telling)
          : writeAndSave(book, editing, telling);
    }
    return inSession(
        user,
        ref,
        ticket.get(),
        session -> {
          if (!session.isPersistent()) {
            return writeFork(session, editing, telling);
          }
          session.book().requireFreeFor(user);
          return writeDurably(session.book(), editing, telling);
        });
  }

  /// The bytes of a file, including every write that has been acknowledged.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  public Content content(BookRef ref) {
    settle(ref);
    return ref.drive().read(ref.itemId());
  }

  /// Writes what is still in memory only, so that the file may be replaced or compared. What can no
  /// longer go into it is in a file beside it then.
  public void settle(BookRef ref) {
    try {
      if (kept.isUnsettled(ref.key()) && books.find(ref.key()).isEmpty()) {
        freshBook(ref, clock.instant()); // Whoever brings it back has not come to it yet.
      }
      books.find(ref.key()).filter(OpenBook::isDirty).ifPresent(this::save);
    } catch (SessionFault.FileChanged announced) {
      // The file is what others made of it, and whoever made the changes is told.
    }
  }

  /// Replaces the content of a file after what is still in memory only has been written, and keeps
  /// what it had.
  ///
  /// @param ifMatch the tag (either of the two) the file must have then, or nothing
  /// @throws StoreFault.NotFound when there is no such file
  /// @throws StoreFault.Changed when the file has another tag
  /// @throws StoreFault.Unwritable when the bytes could not be stored; the old content stays
  public Item replace(BookRef ref, byte[] content, Optional<String> ifMatch) {
    settle(ref);
    Item item = versions.replace(ref, content, ifMatch);
    feed.fileChanged(ref);
    if (feed.watches(ref.key())) {
      books.find(ref.key()).ifPresent(this::catchUp);
    }
    return item;
  }

  /// Watches a workbook. What happens from now on is told, and what has happened since a change
  /// that the reader knows, if that is still known.
  ///
  /// @param lastSeen number of the last change that the reader has seen
  /// @throws SessionFault.TooManyStreams when too many watch already
  public BookStream watch(String user, BookRef ref, OptionalLong lastSeen) {
    Instant now = clock.instant();
    OpenBook book = freshBook(ref, now);
    BookStream stream = feed.open(user, ref.key(), now);
    try {
      long current = book.sequence();
      long known = Math.min(lastSeen.orElse(current), current);
      var before = new ArrayList<BookEvent>();
      before.add(new BookEvent.Ready(current));
      if (lastSeen.orElse(current) != current) {
        before.addAll(missed(ref, book, known, current, lastSeen.getAsLong() > current));
      }
      stream.begin(before, known);
      return stream;
    } catch (RuntimeException refused) {
      stream.close();
      throw refused;
    }
  }

  private List<BookEvent> missed(
      BookRef ref, OpenBook book, long known, long current, boolean isFromElsewhere) {
    if (isFromElsewhere) {
      return List.of(new BookEvent.Missed(current));
    }
    return feed.after(ref.key(), known)
        .filter(events -> !events.isEmpty())
        .<List<BookEvent>>map(List::copyOf)
        .or(() -> journaled(ref, book, known, current))
        .orElseGet(() -> List.of(new BookEvent.Missed(current)));
  }

  /// Changes that are in the journal still, as no file has them.
  private Optional<List<BookEvent>> journaled(
      BookRef ref, OpenBook book, long known, long current) {
    return journal
        .read(ref)
        .filter(log -> log.damage().isEmpty() && log.file().sequence() <= known)
        .map(log ->
            log.entries().stream()
                .filter(entry -> entry.sequence() > known && entry.sequence() <= current)
                .<BookEvent>map(entry ->
                    EditSummary.of(
                        OptionalLong.of(entry.sequence()),
                        EditRecord.read(entry.bytes()),
                        book.live(),
                        clock.instant()))
                .toList())
        .filter(events -> events.size() == current - known);
  }

  /// Has somebody told of files that change from now on; one at most.
  public void tell(FileWatch watch) {
    feed.tell(watch);
  }

  /// Tells that an item of a drive is new, lies elsewhere, or is gone.
  public void changed(BookRef ref) {
    feed.fileChanged(ref);
  }

  /// Ends what is told to watchers, who would keep the server from stopping.
  public void stopWatching() {
    feed.stop();
  }

  /// The contents that files have and had.
  public FileVersions versions() {
    return versions;
  }

  /// Gives a file to a user alone: everybody else can read it and not change it.
  ///
  /// @throws SessionFault.CheckedOut when somebody else has it
  /// @throws SessionFault.InUse when somebody else has a session that changes it
  public void checkOut(String user, String userName, BookRef ref) {
    settle(ref);
    Instant now = clock.instant();
    endOverdue(now);
    boolean isShared =
        sessions.values().stream()
            .anyMatch(each ->
                each.isPersistent() && each.book().key().equals(ref.key()) && !each.isOf(user));
    if (isShared) {
      throw new SessionFault.InUse();
    }
    Checkout held = checkouts.begin(ref, new Checkout(user, userName, now));
    Checkouts.requireFree(user, Optional.of(held));
    books.await(ref.key()).ifPresent(book -> book.checkout(Optional.of(held)));
  }

  /// Gives a file that a user has checked out back to everybody.
  ///
  /// @throws SessionFault.CheckedOut when somebody else has it
  /// @throws SessionFault.NotCheckedOut when nobody has it
  public void checkIn(String user, BookRef ref) {
    Optional<Checkout> held = checkouts.find(ref);
    Checkouts.requireFree(user, held);
    if (held.isEmpty()) {
      throw new SessionFault.NotCheckedOut(ref.itemId());
    }
    settle(ref);
    checkouts.end(ref);
    books.await(ref.key()).ifPresent(book -> book.checkout(Optional.empty()));
  }

  /// Who has checked out a file.
  public Optional<Checkout> checkout(BookRef ref) {
    return checkouts.find(ref);
  }

  /// Refuses to let a user change files that somebody else has checked out.
  ///
  /// @throws SessionFault.CheckedOut when that is so
  public void requireFree(String user, List<BookRef> files) {
    checkouts.requireFree(user, files);
  }

  /// Whether somebody has a session on the workbook that would notice if the file were replaced.
  public boolean isOpen(BookRef ref) {
    endOverdue(clock.instant());
    return kept.count(ref.key(), clock.instant()) > 0 || sessionsOf(ref.key()) > 0;
  }

  /// Forgets what is in memory of a file that has been deleted; its sessions find it gone.
  public void deleted(BookRef ref) {
    feed.ended(ref.key(), BookEvent.Reason.DELETED);
    feed.fileChanged(ref);
    books.find(ref.key()).ifPresent(this::forgetDeleted);
    journal.forget(ref.key());
    kept.forget(ref.key());
    versions.forget(ref);
    checkouts.end(ref);
  }

  /// What has to be said to the owner of a session with the next answer, once.
  public Optional<String> tellNotice(String user, String ticket) {
    return Optional.ofNullable(sessions.get(ticket))
        .filter(session -> session.isOf(user))
        .flatMap(Session::tell);
  }

  /// Whether a session of this user is open on a workbook that has been deleted. For requests whose
  /// address leads nowhere, which may be why.
  public boolean hasLostWorkbook(String user, String ticket) {
    Session session = sessions.get(ticket);
    if (session == null) {
      return kept.find(ticket, clock.instant()).filter(row -> row.user().equals(user)).isPresent();
    }
    return session.isOf(user) && !session.isOverdue(clock.instant()) && session.book().isGone();
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
    heap.look();
    if (heap.isFull()) {
      room.clear();
    } else {
      room.tidy();
    }
    operations.sweep(now, settings.operationLife());
    kept.sweep(sessions.values(), now);
    for (OpenBook book : books.all()) {
      if (book.isDue(now, settings.quiet())) {
        saveQuietly(book);
      }
      if (sessionsOf(book).isEmpty()) {
        books.forgetIf(
            book,
            unused ->
                (!unused.isDirty() || unused.isRescued())
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
    feed.stop();
    long until = System.nanoTime() + patience.toNanos();
    var ended = new ArrayList<String>();
    for (Session session : sessions.values()) {
      alone(session.gate().writeLock(), until, () -> end(session));
      ended.add(session.info().ticket());
    }
    for (OpenBook book : books.all()) {
      if (book.isDirty()) {
        // Whoever is at work in the lane has not been answered; what is published has.
        alone(book.lane(), until, () -> saveAtLast(book));
      }
    }
    endAtLast(ended);
  }

  private void endAtLast(List<String> tickets) {
    try {
      kept.ended(tickets);
    } catch (SessionFault refused) {
      LOG.log(Level.WARNING, "sessions are not closed in the journal: {0}", refused.getMessage());
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
      if (session.isParked()) {
        return inSession(user, ref, ticket, work); // It is in the journal, where it is found next.
      }
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      Instant now = clock.instant();
      session.used(now);
      session.book().used(now);
      return work.apply(session);
    } finally {
      session.used(clock.instant());
      shared.unlock();
    }
  }

  private Session find(String user, BookRef ref, String ticket) {
    Session session = sessions.get(ticket);
    if (session == null) {
      session = reopened(user, ref, ticket);
    }
    if (!session.isOf(user, ref.key())) {
      throw new SessionFault.UnknownSession();
    }
    if (session.isOverdue(clock.instant())) {
      expire(session);
      throw new SessionFault.UnknownSession();
    }
    return session;
  }

  /// A session of the run before a crash, whose owner has come back.
  private Session reopened(String user, BookRef ref, String ticket) {
    Instant now = clock.instant();
    boolean waits =
        kept.find(ticket, now)
            .filter(row -> row.user().equals(user) && row.book().equals(Journal.key(ref)))
            .isPresent();
    if (waits) {
      OpenBook book = freshBook(ref, now);
      synchronized (book) {
        if (kept.find(ticket, now).isPresent()) {
          kept.claims(ticket, now);
          Duration idle = settings.idle(true);
          var session = new Session(ticket, user, book, Optional.empty(), idle, now);
          session.owes(RECOVERED.formatted(book.recovered()));
          sessions.put(ticket, session);
          kept.claimed(ticket);
        }
      }
    }
    Session session = sessions.get(ticket); // Another request may have been quicker.
    if (session == null) {
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
    if (session.isPersistent()) {
      endAtLast(List.of(session.info().ticket()));
      if (session.book().isDirty()) {
        saveQuietly(session.book());
      }
    }
  }

  private void end(Session session) {
    session.end();
    sessions.remove(session.info().ticket(), session);
  }

  private long sessionsOf(BookRef.Key book) {
    return sessions.values().stream().filter(each -> each.book().key().equals(book)).count();
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
    OpenBook book = inMemory(ref, now);
    if (book.isRescued()) {
      books.forgetIf(book, _ -> true);
      book = books.open(ref, now);
    }
    if (!book.admits(ref.password())) {
      throw SessionFault.CannotOpen.behindPassword(ref.password().isPresent());
    }
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

  /// The workbook, brought into memory if there is room for it.
  private OpenBook inMemory(BookRef ref, Instant now) {
    boolean isThere = books.find(ref.key()).isPresent();
    OpenBook book = books.open(ref, now);
    if (!isThere && !room.isFor(book)) {
      books.forgetIf(
          book,
          unused ->
              !unused.isDirty() && working.count(ref.key()) <= 1 && sessionsOf(unused).isEmpty());
      throw new SessionFault.TooBusy(
          Scarce.MEMORY, "the workbooks in use leave no memory for another one");
    }
    return book;
  }

  private void forgetDeleted(OpenBook book) {
    book.gone();
    books.forgetIf(book, _ -> true);
  }

  /// Takes up what others made of the file, for those who do not look themselves.
  private void stayCurrent(OpenBook book) {
    if (!book.isCurrent()) {
      catchUp(book);
    }
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
    stayCurrent(session.book());
    session.lane().lock();
    try {
      Written written =
          written(session.fork(), editing.apply(session.fork()), environment.leavingUnread());
      var notices = new ArrayList<>(written.notices());
      notices.add(DISCARDS);
      T told = telling.apply(new Written(written.before(), written.workbook(), notices));
      session.fork(written.workbook());
      return told;
    } finally {
      session.lane().unlock();
    }
  }

  /// What is in a workbook behind a password goes into the encrypted file at once, since the
  /// journal would show it.
  private <T> T writeDurably(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    return journal.isThere() && book.isSecret()
        ? writeAndSave(book, editing, telling)
        : writeLive(book, editing, telling);
  }

  private <T> T writeLive(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    requireJournal();
    CompletableFuture<Void> durable = CompletableFuture.completedFuture(null);
    T told;
    book.lane().lock();
    try {
      if (!book.isCurrent()) {
        book.catchUp(clock.instant());
        requireCurrent(book);
      }
      Workbook head = book.head(clock.instant());
      long begun = System.nanoTime();
      Edit edit = editing.apply(head);
      Written written = noting(book, written(head, edit, environment));
      long nanos = System.nanoTime() - begun;
      told = telling.apply(written);
      if (journal.isThere()) {
        durable = book.append(edit, written.workbook(), nanos, clock.instant());
      } else {
        book.publish(written.workbook(), clock.instant());
        feed.edited(book.key(), OptionalLong.empty(), edit, written.workbook(), clock.instant());
      }
    } finally {
      book.lane().unlock();
    }
    Journal.await(durable);
    return told;
  }

  private void requireJournal() {
    int most = settings.bounds().journalBacklog();
    if (journal.backlog() >= most) {
      throw new SessionFault.TooBusy(
          Scarce.JOURNAL, "%d changes wait for the journal, which is the limit".formatted(most));
    }
  }

  private void requireCurrent(OpenBook book) {
    if (!book.isCurrent()) {
      throw book.conflict(clock.instant());
    }
  }

  private <T> T writeAndSave(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    book.lane().lock();
    try {
      book.catchUp(clock.instant());
      requireCurrent(book);
      Edit edit = editing.apply(book.live());
      Written written = noting(book, written(book.live(), edit, environment));
      T told = telling.apply(written);
      book.publish(written.workbook(), clock.instant());
      try {
        book.save(clock.instant());
      } catch (SessionFault refused) {
        book.publish(written.before(), clock.instant());
        throw refused;
      }
      feed.edited(book.key(), OptionalLong.empty(), edit, written.workbook(), clock.instant());
      return told;
    } finally {
      book.lane().unlock();
    }
  }

  private static Written noting(OpenBook book, Written written) {
    if (written.before() == written.workbook() || !book.isSigned()) {
      return written;
    }
    var notices = new ArrayList<>(written.notices());
    notices.add(UNSIGNS);
    return new Written(written.before(), written.workbook(), notices);
  }

  private static Written written(Workbook before, Edit edit, CalculationEnvironment calculation) {
    Outcome outcome = before.apply(edit, calculation);
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

  private Optional<Saves> saveAndTell(OpenBook book) {
    book.lane().lock();
    try {
      book.save(clock.instant());
      return book.tellSaves().map(Saves::of);
    } finally {
      book.lane().unlock();
    }
  }

  /// Saves when nobody waits for it.
  private void saveQuietly(OpenBook book) {
    saveQuietly(book, () -> save(book));
  }

  /// The same without waiting for the lane.
  private void saveAtLast(OpenBook book) {
    saveQuietly(book, () -> book.save(clock.instant()));
  }

  private void saveQuietly(OpenBook book, Runnable saving) {
    Instant begun = clock.instant();
    try {
      saving.run();
    } catch (SessionFault.WorkbookGone _) {
      // Whoever deleted the file did not want what was still to be written to it.
      forgetDeleted(book);
    } catch (SessionFault.FileChanged announced) {
      // Both are kept. Once no session looks at the changes here any more, the book is forgotten.
      if (sessionsOf(book).stream().noneMatch(Session::isPersistent)) {
        books.forgetIf(book, _ -> true);
      }
    } catch (SessionFault | StoreFault refused) {
      book.failed(begun, clock.instant());
      LOG.log(Level.WARNING, "{0} is not saved yet: {1}", book.name(), refused.getMessage());
    }
  }
}
