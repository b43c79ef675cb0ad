package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An open journal database. For one thread. Changes are durable after [#commit].
final class Ledger {
  private final Connection connection;
  private final HighWater highWater;
  private final SessionTable sessions;
  private final Map<BookKey, BookRow> rows = new LinkedHashMap<>();
  private final Set<BookRow> changed = new LinkedHashSet<>();
  private final PreparedStatement insert;
  private final List<String> findings = new ArrayList<>();
  private long commits;
  private long nextId;
  private boolean dirty;

  /// Takes over an open connection in a transaction, with all tables there.
  Ledger(Connection connection, HighWater highWater) throws SQLException {
    this.connection = connection;
    this.highWater = highWater;
    this.sessions = new SessionTable(connection);
    this.insert = connection.prepareStatement("insert into op values (?, ?, ?, ?)");
    this.commits = amount("select amount from meta where name = 'commits'");
    load();
  }

  long commits() {
    return commits;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  Set<BookKey> books() {
    return Set.copyOf(rows.keySet());
  }

  Optional<BookRow> row(BookKey book) {
    return Optional.ofNullable(rows.get(book));
  }

  SessionTable sessions() {
    dirty = true;
    return sessions;
  }

  List<SessionRow> sessionRows() throws SQLException {
    return sessions.all(findings);
  }

  private void load() throws SQLException {
    var damaged = new ArrayList<Long>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select * from book order by id")) {
      while (found.next()) {
        BookRow row = row(found);
        nextId = Math.max(nextId, row.id + 1);
        if (row.checksum() == found.getLong("checksum")) {
          rows.put(row.key, row);
        } else {
          damaged.add(row.id);
          findings.add(
              "What is known of the file %s is damaged; its changes that were not saved are set aside."
                  .formatted(row.key.item()));
        }
      }
    }
    for (long id : damaged) {
      aside(id, 0, "the row of its file is damaged");
      run("delete from book where id = ?", id);
    }
  }

  private static BookRow row(ResultSet found) throws SQLException {
    var row =
        new BookRow(
            found.getLong("id"),
            new BookKey(text(found, "drive"), text(found, "item")),
            new FileMark(
                found.getLong("file_seq"), text(found, "file_hash"), blob(found, "file_note")));
    if (found.getString("next_hash") != null) {
      row.next =
          new FileMark(
              found.getLong("next_seq"), text(found, "next_hash"), blob(found, "next_note"));
    }
    row.last = found.getLong("last_seq");
    return row;
  }

  /// What stands in a column, also when damage has put something else there.
  private static String text(ResultSet found, String column) throws SQLException {
    String text = found.getString(column);
    return text == null ? "" : text;
  }

  private static byte[] blob(ResultSet found, String column) throws SQLException {
    byte[] bytes = found.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  void append(BookKey book, LogEntry entry, Optional<FileMark> file) throws SQLException {
    if (file.isPresent()) {
      begin(book, file.get());
    }
    BookRow row = rows.get(book);
    if (row == null || entry.sequence() != row.last + 1) {
      throw new StoreFault.Unwritable("the journal", "a change before this one is not in it");
    }
    insert.setLong(1, row.id);
    insert.setLong(2, entry.sequence());
    insert.setBytes(3, entry.bytes());
    insert.setLong(4, row.checksum(entry));
    insert.executeUpdate();
    row.last = entry.sequence();
    touch(row);
  }

  /// Begins a log with a content; whatever stood in it goes.
  void begin(BookKey book, FileMark file) throws SQLException {
    BookRow row = rows.get(book);
    if (row == null) {
      row = new BookRow(nextId++, book, file);
      rows.put(book, row);
    } else {
      run("delete from op where book = ?", row.id);
      row.file = file;
      row.next = null;
      row.last = file.sequence();
    }
    touch(row);
  }

  void intend(BookKey book, FileMark next) {
    BookRow row = rows.get(book);
    if (row != null) {
      row.next = next;
      touch(row);
    }
  }

  void settle(BookKey book, FileMark file) throws SQLException {
    BookRow row = rows.get(book);
    if (row != null) {
      run("delete from op where book = ? and seq <= ?", row.id, file.sequence());
      row.file = file;
      row.next = null;
      row.last = Math.max(row.last, file.sequence());
      touch(row);
    }
  }

  void setAside(BookKey book, long from, String reason) throws SQLException {
    BookRow row = rows.get(book);
    if (row != null) {
      aside(row.id, from, reason);
      row.last = from - 1;
      touch(row);
    }
  }

  private void aside(long id, long from, String reason) throws SQLException {
    try (var copy =
        connection.prepareStatement(
            """
            insert into aside select book.drive, book.item, op.seq, op.bytes, ?, ?
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

  void forget(BookKey book) throws SQLException {
    BookRow row = rows.remove(book);
    if (row != null) {
      changed.remove(row);
      run("delete from op where book = ?", row.id);
      run("delete from book where id = ?", row.id);
      dirty = true;
    }
    sessions().forget(book);
  }

  Optional<BookLog> read(BookKey book) throws SQLException {
    BookRow row = rows.get(book);
    return row == null ? Optional.empty() : Optional.of(read(row));
  }

  private BookLog read(BookRow row) throws SQLException {
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
          var entry = new LogEntry(found.getLong(1), blob(found, "bytes"));
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
    return rows.values().stream()
        .filter(row -> row.last > row.file.sequence())
        .map(row -> row.key)
        .toList();
  }

  /// Whether nothing is in it that anybody could miss.
  boolean isEmpty() throws SQLException {
    return unsettled().isEmpty()
        && amount("select count(*) from op") == 0
        && amount("select count(*) from session") == 0
        && amount("select count(*) from aside") == 0;
  }

  private void touch(BookRow row) {
    changed.add(row);
    dirty = true;
  }

  void commit() throws SQLException {
    if (dirty) {
      flush();
      commits++;
      run("insert or replace into meta values ('commits', ?)", commits);
    }
    connection.commit();
    if (dirty) {
      dirty = false;
      note();
    }
  }

  private void note() throws SQLException {
    try {
      highWater.write(commits);
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  private void flush() throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (var write =
        connection.prepareStatement(
            "insert or replace into book values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (BookRow row : changed) {
        FileMark next = row.next;
        write.setLong(1, row.id);
        write.setString(2, row.key.drive());
        write.setString(3, row.key.item());
        write.setLong(4, row.file.sequence());
        write.setString(5, row.file.hash());
        write.setBytes(6, row.file.note());
        write.setObject(7, next == null ? null : next.sequence());
        write.setString(8, next == null ? null : next.hash());
        write.setBytes(9, next == null ? null : next.note());
        write.setLong(10, row.last);
        write.setLong(11, row.checksum());
        write.executeUpdate();
      }
    }
    changed.clear();
  }

  private void run(String sql, long... arguments) throws SQLException {
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
    try (highWater) {
      connection.close();
    } catch (SQLException | IOException broken) {
      // A ledger is dropped because it is broken, or has nothing left to say.
    }
  }
}
