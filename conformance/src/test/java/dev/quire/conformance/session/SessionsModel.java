package dev.quire.conformance.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sessions are, as simply as it can be said: the cells of each workbook in memory and in its
/// file, other cells for each session that keeps nothing, and the second at which each session was
/// last used.
final class SessionsModel {
  private static final int PERSISTENT_SECONDS = 300;
  private static final int PRIVATE_SECONDS = 420;
  private static final int QUIET_SECONDS = 2;

  /// A session that was opened at some time.
  static final class Entry {
    final int user;
    final int book;
    final boolean persistent;
    final String id;
    private final Cells fork;
    private int lastUsed;
    private int grace;
    private boolean closed;

    /// What a persistent session still sees after a conflict, while all others see the file.
    private @Nullable Cells stuck;

    private Entry(int user, int book, boolean persistent, String id, Cells fork, int now) {
      this.user = user;
      this.book = book;
      this.persistent = persistent;
      this.id = id;
      this.fork = fork;
      this.lastUsed = now;
    }

    /// Whether it is bound to the workbook in memory: not while it waits, after a crash, for its
    /// owner to come back.
    private boolean hasBook() {
      return persistent && stuck == null && grace == 0;
    }
  }

  /// A workbook. It is in conflict while another program has replaced the file under changes that
  /// were not saved yet; then nothing is written any more, neither to it nor to the file.
  static final class Book {
    private Cells live = new Cells();
    private Cells file = new Cells();
    private boolean dirty;
    private boolean conflict;
    private boolean touched;
    private int writtenAt;

    Cells live() {
      return live;
    }

    Cells file() {
      return file;
    }

    boolean isInConflict() {
      return conflict;
    }

    /// Whether the file was ever written to, by us or by somebody else.
    boolean isTouched() {
      return touched;
    }

    void save() {
      if (dirty) {
        file = new Cells(live);
        dirty = false;
        touched = true;
      }
    }

    private void write(String cell, int number, int now) {
      live.write(cell, number);
      dirty = true;
      writtenAt = now;
    }

    private void takeUpTheFile() {
      live = new Cells(file);
      dirty = false;
      conflict = false;
    }
  }

  private static final int GRACE_SECONDS = 15;

  private final boolean journaled;
  private final int perWorkbook;
  private final List<Book> books = new ArrayList<>();
  private final List<Entry> sessions = new ArrayList<>();
  private int now;

  /// @param journaled whether writes without a session wait for a quiet moment too
  SessionsModel(int bookCount, int perWorkbook, boolean journaled) {
    this.journaled = journaled;
    this.perWorkbook = perWorkbook;
    for (int n = 0; n < bookCount; n++) {
      books.add(new Book());
    }
  }

  Book book(int number) {
    return books.get(number);
  }

  boolean hasSessions() {
    return !sessions.isEmpty();
  }

  Entry session(int number) {
    return sessions.get(number % sessions.size());
  }

  boolean isFull(int book) {
    return sessions.stream().filter(each -> each.book == book && isOpen(each)).count()
        >= perWorkbook;
  }

  void create(int user, int book, boolean persistent, String id) {
    sessions.add(new Entry(user, book, persistent, id, new Cells(books.get(book).live), now));
  }

  boolean isOpen(Entry session) {
    int idle = session.persistent ? PERSISTENT_SECONDS + session.grace : PRIVATE_SECONDS;
    return !session.closed && now - session.lastUsed < idle;
  }

  /// A request comes in the session, whatever its answer will be.
  void use(Entry session) {
    session.lastUsed = now;
    session.grace = 0;
  }

  /// The cells that a session sees.
  Cells cells(Entry session) {
    if (session.stuck != null) {
      return session.stuck;
    }
    return session.persistent ? books.get(session.book).live : session.fork;
  }

  /// Whether the session can be neither written to nor closed.
  boolean isStuck(Entry session) {
    return session.stuck != null || session.persistent && books.get(session.book).conflict;
  }

  /// Somebody who must not overwrite the file found out that it was replaced: the changes are in a
  /// file of their own now, and only who made them still sees them here.
  void detect(int number) {
    Book book = books.get(number);
    if (!book.conflict) {
      return;
    }
    for (Entry session : sessions) {
      if (session.book == number && session.hasBook()) {
        session.stuck = new Cells(book.live);
      }
    }
    book.takeUpTheFile();
  }

  /// A session was told of a conflict. One that has met its own before finds out nothing about what
  /// has happened to the file since.
  void detect(Entry session) {
    if (session.stuck == null) {
      detect(session.book);
    }
  }

  /// The server is killed and starts again: what nobody was promised to keep is gone.
  void crash() {
    for (int number = 0; number < books.size(); number++) {
      detect(number);
      books.get(number).writtenAt = now;
    }
    for (Entry session : sessions) {
      session.closed |= !session.persistent || !isOpen(session);
      session.stuck = null;
      session.grace = GRACE_SECONDS;
    }
  }

  void write(Entry session, String cell, int number) {
    if (session.persistent) {
      books.get(session.book).write(cell, number, now);
    } else {
      session.fork.write(cell, number);
    }
  }

  void close(Entry session) {
    if (session.persistent) {
      books.get(session.book).save();
    }
    session.closed = true;
  }

  void writeOutside(int book, String cell, int number) {
    books.get(book).write(cell, number, now);
    if (!journaled) {
      books.get(book).save();
    }
  }

  void overwrite(int number, int value) {
    Book book = books.get(number);
    book.file = new Cells();
    book.file.write("A1", value);
    book.touched = true;
    if (book.dirty) {
      book.conflict = true;
    } else {
      book.takeUpTheFile();
    }
  }

  void wait(int seconds) {
    now += seconds;
    for (int n = 0; n < books.size(); n++) {
      Book book = books.get(n);
      if (!book.dirty || now - book.writtenAt < QUIET_SECONDS) {
        continue;
      }
      if (book.conflict) {
        detect(n);
      } else {
        book.save();
      }
    }
  }
}
