package dev.quire.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What sessions are, as simply as it can be said: a map of cells for each workbook, another one
/// for each session that keeps nothing, and the second at which each session was last used.
final class SessionsModel {
  private static final int PERSISTENT_SECONDS = 300;
  private static final int PRIVATE_SECONDS = 420;

  /// A session that was opened at some time.
  static final class Entry {
    final int user;
    final int book;
    final boolean persistent;
    final String id;
    private final Cells cells;
    private int lastUsed;
    private boolean closed;

    private Entry(int user, int book, boolean persistent, String id, Cells cells, int now) {
      this.user = user;
      this.book = book;
      this.persistent = persistent;
      this.id = id;
      this.cells = cells;
      this.lastUsed = now;
    }
  }

  /// The cells of a workbook: B1 is the sum of A1 and A2.
  static final class Cells {
    private final Map<String, Integer> numbers;
    private boolean written;

    Cells() {
      this(Map.of("A1", 1, "A2", 2));
    }

    private Cells(Map<String, Integer> numbers) {
      this.numbers = new HashMap<>(numbers);
    }

    int number(String cell) {
      return cell.equals("B1") ? number("A1") + number("A2") : numbers.getOrDefault(cell, 0);
    }

    void write(String cell, int number) {
      numbers.put(cell, number);
      written = true;
    }

    boolean isWritten() {
      return written;
    }
  }

  private final int perWorkbook;
  private final List<Cells> books = new ArrayList<>();
  private final List<Entry> sessions = new ArrayList<>();
  private int now;

  SessionsModel(int bookCount, int perWorkbook) {
    this.perWorkbook = perWorkbook;
    for (int n = 0; n < bookCount; n++) {
      books.add(new Cells());
    }
  }

  Cells book(int number) {
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
    Cells cells = persistent ? books.get(book) : new Cells(books.get(book).numbers);
    sessions.add(new Entry(user, book, persistent, id, cells, now));
  }

  boolean isOpen(Entry session) {
    int idle = session.persistent ? PERSISTENT_SECONDS : PRIVATE_SECONDS;
    return !session.closed && now - session.lastUsed < idle;
  }

  /// The cells that a request in the session sees.
  Cells use(Entry session) {
    session.lastUsed = now;
    return session.cells;
  }

  void close(Entry session) {
    session.closed = true;
  }

  void wait(int seconds) {
    now += seconds;
  }
}
