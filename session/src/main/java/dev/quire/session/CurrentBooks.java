package dev.quire.session;

import dev.quire.session.SessionFault.TooBusy.Scarce;
import dev.quire.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps the workbooks in memory and their files like one another: brings in what others have made
/// of a file, and writes to it what has been made of the workbook.
final class CurrentBooks {
  private static final Logger LOG = System.getLogger(CurrentBooks.class.getName());

  private final Books books;
  private final OpenSessions sessions;
  private final Room room;
  private final Admission admission;
  private final InstantSource clock;
  private volatile boolean stopping;

  CurrentBooks(
      Books books, OpenSessions sessions, Room room, Admission admission, InstantSource clock) {
    this.books = books;
    this.sessions = sessions;
    this.room = room;
    this.admission = admission;
    this.clock = clock;
  }

  /// Lets nobody in from now on.
  void stop() {
    stopping = true;
  }

  /// @throws SessionFault.Stopping when the server is about to end
  void requireRunning() {
    if (stopping) {
      throw new SessionFault.Stopping();
    }
  }

  /// The workbook as the file has it, together with what is not in the file yet.
  OpenBook fresh(BookRef ref, Instant now) {
    requireRunning();
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
              !unused.isDirty()
                  && admission.working(ref.key()) <= 1
                  && sessions.on(unused).isEmpty());
      throw new SessionFault.TooBusy(
          Scarce.MEMORY, "the workbooks in use leave no memory for another one");
    }
    return book;
  }

  void forgetDeleted(OpenBook book) {
    book.gone();
    books.forgetIf(book, _ -> true);
  }

  /// Takes up what others made of the file, for those who do not look themselves.
  void stayCurrent(OpenBook book) {
    if (!book.isCurrent()) {
      catchUp(book);
    }
  }

  void catchUp(OpenBook book) {
    book.lane().lock();
    try {
      book.catchUp(clock.instant());
    } finally {
      book.lane().unlock();
    }
  }

  void save(OpenBook book) {
    book.lane().lock();
    try {
      book.save(clock.instant());
    } finally {
      book.lane().unlock();
    }
  }

  Optional<Saves> saveAndTell(OpenBook book) {
    book.lane().lock();
    try {
      book.save(clock.instant());
      return book.tellSaves().map(Saves::of);
    } finally {
      book.lane().unlock();
    }
  }

  /// Brings files up to date after a quiet moment, and forgets workbooks that nobody uses.
  void sweep(Instant now, SessionSettings settings) {
    for (OpenBook book : books.all()) {
      if (book.isDue(now, settings.quiet())) {
        saveQuietly(book);
      }
      if (sessions.on(book).isEmpty()) {
        books.forgetIf(
            book,
            unused ->
                (!unused.isDirty() || unused.isRescued())
                    && !now.isBefore(unused.lastUsed().plus(settings.bookIdle()))
                    && sessions.on(unused).isEmpty());
      }
    }
  }

  /// Saves when nobody waits for it.
  void saveQuietly(OpenBook book) {
    saveQuietly(book, () -> save(book));
  }

  /// The same without waiting for the lane.
  void saveAtLast(OpenBook book) {
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
      if (sessions.on(book).stream().noneMatch(Session::isPersistent)) {
        books.forgetIf(book, _ -> true);
      }
    } catch (SessionFault | StoreFault refused) {
      book.failed(begun, clock.instant());
      LOG.log(Level.WARNING, "{0} is not saved yet: {1}", book.name(), refused.getMessage());
    }
  }
}
