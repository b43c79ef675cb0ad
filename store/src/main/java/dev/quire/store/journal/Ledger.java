package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An open journal database. For one thread. Changes are durable after [#commit].
final class Ledger {
  private final Connection connection;
  private final Commits commits;
  private final SessionTable sessions;
  private final BookTable books;
  private final LostTable lost;
  private final KeptTable kept;
  private final PreparedStatement insert;
  private final List<String> findings = new ArrayList<>();
  private int inserts;
  private boolean dirty;

  /// Takes over an open connection in a transaction, with all tables there.
  Ledger(Connection connection, Commits commits) throws SQLException {
    this.connection = connection;
    this.commits = commits;
    this.sessions = new SessionTable(connection);
    this.books = new BookTable(connection);
    this.lost = new LostTable(connection);
    this.kept = new KeptTable(connection);
    this.insert =
        connection.prepareStatement(
            "insert into op (book, seq, bytes, checksum) values (?, ?, ?, ?)");
  }

  /// Reads all there is, for a server that is alone with its journal.
  void load() throws SQLException {
    for (BookRow damaged : books.load()) {
      findings.add(
          "What is known of the file %s is damaged; its changes that were not saved are set aside."
              .formatted(damaged.key.item()));
      aside(damaged.id, 0, "the row of its file is damaged");
      run("delete from book where id = ?", damaged.id);
    }
    sessions.all(findings); // Whoever asks for findings may do so before sessions are asked for.
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  SessionTable sessions() {
    dirty = true;
    return sessions;
  }

  List<SessionRow> sessionRows() throws SQLException {
    return sessions.all(findings);
  }

  List<SessionRow> sessionRows(BookKey book) throws SQLException {
    return sessions.of(book, findings);
  }

  /// Makes sure, at the next commit, that it is this server's turn.
  void guard(Held held) throws SQLException {
    books.find(held).ifPresent(this::touch);
  }

  void append(Held held, LogEntry entry, Optional<FileMark> file) throws SQLException {
    if (file.isPresent()) {
      begin(held, file.get());
    }
    BookRow row =
        books
            .find(held)
            .filter(found -> entry.sequence() == found.last + 1)
            .orElseThrow(() ->
                new StoreFault.Unwritable("the journal", "a change before this one is not in it"));
    insert.setLong(1, row.id);
    insert.setLong(2, entry.sequence());
    insert.setBytes(3, entry.bytes());
    insert.setLong(4, row.checksum(entry));
    insert.addBatch();
    inserts++;
    row.last = entry.sequence();
    touch(row);
  }

  /// Begins a log with a content; whatever stood in it goes.
  void begin(Held held, FileMark file) throws SQLException {
    Optional<BookRow> found = books.find(held);
    if (found.isEmpty()) {
      touch(books.add(held, file));
      return;
    }
    BookRow row = found.get();
    run("delete from op where book = ?", row.id);
    row.file = file;
    row.next = null;
    row.last = file.sequence();
    touch(row);
  }

  void intend(Held held, FileMark next) throws SQLException {
    Optional<BookRow> found = books.find(held);
    if (found.isPresent()) {
      found.get().next = next;
      touch(found.get());
    }
  }

  void settle(Held held, FileMark file) throws SQLException {
    Optional<BookRow> found = books.find(held);
    if (found.isPresent()) {
      BookRow row = found.get();
      run("delete from op where book = ? and seq <= ?", row.id, file.sequence());
      row.file = file;
      row.next = null;
      row.last = Math.max(row.last, file.sequence());
      touch(row);
    }
  }

  void setAside(Held held, long from, String reason) throws SQLException {
    Optional<BookRow> found = books.find(held);
    if (found.isPresent()) {
      aside(found.get().id, from, reason);
      found.get().last = from - 1;
      touch(found.get());
    }
  }

  private void aside(long id, long from, String reason) throws SQLException {
    writeInserts();
    try (var copy =
        connection.prepareStatement(
            """
            insert into aside (drive, item, seq, bytes, reason, noted)
            select book.drive, book.item, op.seq, op.bytes, cast(? as varchar(400)), cast(? as bigint)
            from op join book on book.id = op.book where op.book = ? and op.seq >= ?\
            """)) {
      copy.setString(1, reason);
      copy.setLong(2, System.currentTimeMillis());
      copy.setLong(3, id);
      copy.setLong(4, from);
      copy.executeUpdate();
    }
    run("delete from op where book = ? and seq >= ?", id, from);
    dirty = true;
  }

  void forget(Held held, List<LostSession> sessionsOnIt, Instant now) throws SQLException {
    Optional<BookRow> found = books.find(held);
    if (found.isPresent()) {
      run("delete from op where book = ?", found.get().id);
      books.remove(found.get());
      dirty = true;
    }
    sessions().forget(held.book());
    remember(sessionsOnIt, now);
  }

  void remember(List<LostSession> sessionsOnIt, Instant now) throws SQLException {
    lost.add(sessionsOnIt, now);
    dirty = true;
  }

  Optional<LostSession> lost(String ticket) throws SQLException {
    return lost.find(ticket);
  }

  Optional<BookLog> read(Held held) throws SQLException {
    Optional<BookRow> row = books.find(held);
    return row.isEmpty() ? Optional.empty() : Optional.of(read(row.get()));
  }

  private BookLog read(BookRow row) throws SQLException {
    writeInserts();
    var entries = new ArrayList<LogEntry>();
    Optional<String> damage = Optional.empty();
    try (var select =
        connection.prepareStatement(
            "select seq, bytes, checksum from op where book = ? and seq > ? order by seq")) {
      select.setLong(1, row.id);
      select.setLong(2, row.file.sequence());
      try (var found = select.executeQuery()) {
        long expected = row.file.sequence() + 1;
        while (damage.isEmpty() && found.next()) {
          var entry = new LogEntry(found.getLong(1), BookTable.blob(found, "bytes"));
          if (entry.sequence() != expected || row.checksum(entry) != found.getLong(3)) {
            damage = Optional.of("change %d is damaged or missing".formatted(expected));
          } else {
            entries.add(entry);
            expected++;
          }
        }
        if (damage.isEmpty() && expected != row.last + 1) {
          damage = Optional.of("changes %d to %d are missing".formatted(expected, row.last));
        }
      }
    }
    return new BookLog(row.file, Optional.ofNullable(row.next), entries, row.last, damage);
  }

  /// The files whose logs have changes.
  List<BookKey> unsettled() {
    return books.all().stream()
        .filter(row -> row.last > row.file.sequence())
        .map(row -> row.key)
        .toList();
  }

  boolean isUnsettled(Held held) throws SQLException {
    return books.find(held).filter(row -> row.last > row.file.sequence()).isPresent();
  }

  KeptTable kept() {
    return kept;
  }

  /// Whether nothing is in it that anybody could miss.
  boolean isEmpty() throws SQLException {
    return unsettled().isEmpty()
        && amount("select count(*) from op") == 0
        && amount("select count(*) from session") == 0
        && amount("select count(*) from aside") == 0;
  }

  private void touch(BookRow row) {
    books.touch(row);
    dirty = true;
  }

  /// Changes wait here for each other until something else looks at them.
  private void writeInserts() throws SQLException {
    if (inserts > 0) {
      insert.executeBatch();
      inserts = 0;
    }
  }

  void commit() throws SQLException {
    if (dirty) {
      // First of all, so that whoever takes over a file waits for this transaction, or stops it.
      books.flush();
      writeInserts();
      commits.before();
    }
    connection.commit();
    if (dirty) {
      dirty = false;
      commits.after();
    }
  }

  private void run(String sql, long... arguments) throws SQLException {
    writeInserts();
    try (var statement = connection.prepareStatement(sql)) {
      for (int at = 0; at < arguments.length; at++) {
        statement.setLong(at + 1, arguments[at]);
      }
      statement.executeUpdate();
    }
  }

  private long amount(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  /// Closes; what is not durable is dropped.
  void close() {
    try (commits) {
      connection.close();
    } catch (SQLException broken) {
      // A ledger is dropped because it is broken, or has nothing left to say.
    }
  }
}
