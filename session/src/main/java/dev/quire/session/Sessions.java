package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.store.DriveStore;
import dev.quire.store.cluster.Tenant;
import dev.quire.store.journal.JournalStore;
import dev.quire.workbook.Edit;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
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
  /// How long requests that still run are waited for at the end.
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  /// Smaller sheets are read at once: that takes some milliseconds, and tells of damages early.
  private static final long LATE_BYTES = 1 << 20;

  private final SessionSettings settings;
  private final InstantSource clock;
  private final CalculationEnvironment environment;
  private final Books books;
  private final Journal journal;
  private final KeptSessions kept;
  private final EditFeed feed = new EditFeed();
  private final Incidents incidents = new Incidents();
  private final Operations operations;
  private final OpenSessions sessions = new OpenSessions();
  private final Admission admission;
  private final Room room;
  private final CurrentBooks current;
  private final Writing writing;
  private final SessionLives lives;
  private final Recovery recovery;
  private final Watching watching;
  private final DriveFiles files;

  /// Starts without a journal.
  ///
  /// @param clock tells idle times; may be moved by tests
  /// @param random makes session and operation ids, so nobody may foresee it
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
  /// @param random makes session and operation ids, so nobody may foresee it
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
    this.operations = new Operations(random, executor);
    this.environment = environment;
    this.clock = clock;
    this.journal = journal;
    this.kept = new KeptSessions(journal, settings.persistentIdle(), executor);
    var reading =
        new SheetReading(executor, Runtime.getRuntime().availableProcessors(), LATE_BYTES);
    var versions = new FileVersions(settings.versions());
    var checkouts = new Checkouts();
    var loader =
        new BookLoader(
            new BookOpener(limits, environment, reading),
            journal,
            incidents,
            versions,
            checkouts,
            feed);
    this.books = new Books(loader);
    Bounds bounds = settings.bounds();
    this.admission = new Admission(bounds);
    this.room =
        new Room(books, kept, sessions.byTicket(), admission, clock, bounds.workbookBytes());
    this.current = new CurrentBooks(books, sessions, room, admission, clock);
    this.writing = new Writing(current, journal, environment, feed, clock, bounds.journalBacklog());
    this.lives = new SessionLives(settings, new Tickets(random), current, sessions, kept, clock);
    this.recovery = new Recovery(journal, loader, kept, current, incidents, clock);
    this.watching = new Watching(current, journal, feed, clock);
    this.files =
        new DriveFiles(
            books,
            current,
            sessions,
            kept,
            journal,
            versions,
            checkouts,
            feed,
            lives::endOverdue,
            clock);
  }

  /// Lets a request of a user in; the caller closes what is returned when it is answered.
  ///
  /// @throws SessionFault.TooBusy when as many of the user's requests are being answered as may be
  public Pass admit(String user) {
    return admission.of(user);
  }

  /// Brings back what the journal has and no file: opens those workbooks, so that their files get
  /// it, and tells what was found. Requests need not wait for that; whatever they ask for is
  /// brought back first.
  ///
  /// @param drives drives by their ids
  public void recover(Function<String, Optional<DriveStore>> drives) {
    recovery.everything(drives);
  }

  /// Takes workbooks from other servers and gives them back.
  ///
  /// @param drives drives by their ids
  public Tenant tenant(Function<String, Optional<DriveStore>> drives) {
    return new Tenancy(
        books,
        kept,
        sessions.all(),
        feed,
        clock,
        sessions::end,
        key ->
            drives
                .apply(key.drive())
                .ifPresent(drive -> recovery.recover(new BookRef(key.drive(), drive, key.item()))),
        key ->
            drives
                .apply(key.drive())
                .ifPresent(drive -> files.deleted(new BookRef(key.drive(), drive, key.item()))));
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
    try (Pass _ = admission.at(ref)) {
      admission.requireMemory();
      return lives.open(user, ref, persistent);
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
    return operations.begin(user, ref.key(), work, patience, clock.instant());
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
    try (Pass _ = admission.at(ref)) {
      lives.visit(
          user,
          ref,
          ticket,
          session -> {
            current.stayCurrent(session.book());
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
    try (Pass _ = admission.at(ref)) {
      return lives.close(user, ref, ticket);
    }
  }

  /// Reads a workbook.
  ///
  /// @param ticket the session to read in; without one the live workbook is read
  public <T> T read(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, T> reading) {
    try (Pass _ = admission.at(ref)) {
      return seen(user, ref, ticket, reading);
    }
  }

  private <T> T seen(
      String user, BookRef ref, Optional<String> ticket, Function<Workbook, T> reading) {
    if (ticket.isEmpty()) {
      return reading.apply(current.fresh(ref, clock.instant()).live());
    }
    return lives.visit(
        user,
        ref,
        ticket.get(),
        session -> {
          current.stayCurrent(session.book());
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
    try (Pass _ = admission.at(ref)) {
      admission.requireMemory();
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
      OpenBook book = current.fresh(ref, clock.instant());
      book.requireFreeFor(user);
      return journal.isThere()
          ? writing.durably(book, editing, telling)
          : writing.andSave(book, editing, telling);
    }
    return lives.visit(
        user,
        ref,
        ticket.get(),
        session -> {
          if (!session.isPersistent()) {
            return writing.fork(session, editing, telling);
          }
          session.book().requireFreeFor(user);
          return writing.durably(session.book(), editing, telling);
        });
  }

  /// The files of drives, as those see them who know of the sessions on them.
  public DriveFiles files() {
    return files;
  }

  /// Watches a workbook. What happens from now on is told, and what has happened since a change
  /// that the reader knows, if that is still known.
  ///
  /// @param lastSeen number of the last change that the reader has seen
  /// @throws SessionFault.TooManyStreams when too many watch already
  public BookStream watch(String user, BookRef ref, OptionalLong lastSeen) {
    return watching.watch(user, ref, lastSeen);
  }

  /// Has somebody told of files that change from now on; one at most.
  public void tell(FileWatch watch) {
    feed.tell(watch);
  }

  /// Has it told that anything in a drive may have changed, as it may have before the start.
  public void tellOfStart(String driveId, DriveStore drive) {
    feed.files().started(driveId, drive);
  }

  /// Has it told that time passes. Called regularly, and when the clock was moved.
  public void tellOfTime(String driveId, DriveStore drive) {
    feed.files().timePassed(driveId, drive);
  }

  /// Ends what is told to watchers, who would keep the server from stopping.
  public void stopWatching() {
    feed.stop();
  }

  /// What has to be said to the owner of a session with the next answer, once.
  public Optional<String> tellNotice(String user, String ticket) {
    return Optional.ofNullable(sessions.byTicket().get(ticket))
        .filter(session -> session.isOf(user))
        .flatMap(Session::tell);
  }

  /// Whether a session of this user is open on a workbook that has been deleted. For requests whose
  /// address leads nowhere, which may be why.
  public boolean hasLostWorkbook(String user, String ticket) {
    return lives.haveLostWorkbook(user, ticket);
  }

  /// Number of open sessions, for reports.
  public int count() {
    return sessions.byTicket().size();
  }

  /// Ends sessions that were idle for too long, brings files up to date after a quiet moment, and
  /// forgets workbooks that nobody uses. Called regularly, and when the clock was moved.
  public void sweep() {
    Instant now = clock.instant();
    lives.endOverdue(now);
    if (admission.isShortOfMemory()) {
      room.clear();
    } else {
      room.tidy();
    }
    operations.sweep(now, settings.operationLife());
    kept.sweep(sessions.all(), now);
    current.sweep(now, settings);
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
    current.stop();
    feed.stop();
    long until = System.nanoTime() + patience.toNanos();
    List<String> ended = lives.endAll(until);
    for (OpenBook book : books.all()) {
      if (book.isDirty()) {
        // Whoever is at work in the lane has not been answered; what is published has.
        Locks.holdIfPossible(book.lane(), until, () -> current.saveAtLast(book));
      }
    }
    lives.endedAtLast(ended);
  }
}
