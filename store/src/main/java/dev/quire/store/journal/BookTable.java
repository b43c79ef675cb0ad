package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The rows of the files in a ledger. Each is read once, and written with the next commit after a
/// change, if its fence still is what it was.
final class BookTable {
  private static final String COLUMNS =
      "file_seq = ?, file_hash = ?, file_note = ?, next_seq = ?, next_hash = ?, next_note = ?, last_seq = ?, checksum = ?";

  private final Connection connection;
  private final Map<BookKey, BookRow> rows = new LinkedHashMap<>();
  private final Set<BookRow> changed = new LinkedHashSet<>();

  BookTable(Connection connection) {
    this.connection = connection;
  }

  /// Reads all rows.
  ///
  /// @return those that are not what was written; they are not among [#all]
  List<BookRow> load() throws SQLException {
    var damaged = new ArrayList<BookRow>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select * from book order by id")) {
      while (found.next()) {
        BookRow row = row(found);
        if (isSound(row, found)) {
          rows.put(row.key, row);
        } else {
          damaged.add(row);
        }
      }
    }
    return damaged;
  }

  private static boolean isSound(BookRow row, ResultSet found) throws SQLException {
    return row.checksum() == found.getLong("checksum");
  }

  private static BookRow row(ResultSet found) throws SQLException {
    var row =
        new BookRow(
            found.getLong("id"),
            new BookKey(text(found, "drive"), text(found, "item")),
            found.getLong("fence"),
            new FileMark(
                found.getLong("file_seq"), text(found, "file_hash"), blob(found, "file_note")));
    if (found.getString("next_hash") != null) {
      row.next =
          new FileMark(
              found.getLong("next_seq"), text(found, "next_hash"), blob(found, "next_note"));
    }
    row.last = found.getLong("last_seq");
    row.stored = true;
    return row;
  }

  /// What stands in a column, also when damage has put something else there.
  private static String text(ResultSet found, String column) throws SQLException {
    String text = found.getString(column);
    return text == null ? "" : text;
  }

  static byte[] blob(ResultSet found, String column) throws SQLException {
    byte[] bytes = found.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  Collection<BookRow> all() {
    return rows.values();
  }

  /// The row of a file. What another turn left in memory counts for nothing.
  ///
  /// @throws StoreFault.Unreachable when it is another server's turn
  Optional<BookRow> find(Held held) throws SQLException {
    BookRow known = rows.get(held.book());
    if (known != null && known.fence == held.fence()) {
      return Optional.of(known);
    }
    Optional<BookRow> read = held.fence() == 0 ? Optional.empty() : read(held);
    read.ifPresent(row -> rows.put(row.key, row));
    return read;
  }

  private Optional<BookRow> read(Held held) throws SQLException {
    try (var select =
        connection.prepareStatement("select * from book where drive = ? and item = ?")) {
      select.setString(1, held.book().drive());
      select.setString(2, held.book().item());
      try (var found = select.executeQuery()) {
        if (!found.next()) {
          return Optional.empty(); // It was deleted.
        }
        if (found.getLong("fence") != held.fence()) {
          throw new StoreFault.Unreachable(
              "the journal", "another server looks after the workbook now");
        }
        BookRow row = row(found);
        if (!isSound(row, found)) {
          throw new SQLException("the row of " + row.key.item() + " is damaged");
        }
        return Optional.of(row);
      }
    }
  }

  /// Only a server that is alone makes rows here; for others they come with the first turn.
  BookRow add(Held held, FileMark file) {
    if (held.fence() != 0) {
      throw new StoreFault.Unreachable("the journal", "the file was deleted");
    }
    var row =
        new BookRow(
            ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), held.book(), held.fence(), file);
    rows.put(held.book(), row);
    return row;
  }

  void touch(BookRow row) {
    changed.add(row);
  }

  /// Removes a row, unless it has gone with its file.
  void remove(BookRow row) throws SQLException {
    rows.remove(row.key);
    changed.remove(row);
    try (var delete = connection.prepareStatement("delete from book where id = ? and fence = ?")) {
      delete.setLong(1, row.id);
      delete.setLong(2, row.fence);
      if (delete.executeUpdate() == 0 && row.stored && isThere(row)) {
        throw fenced(row);
      }
    }
  }

  private boolean isThere(BookRow row) throws SQLException {
    try (var select = connection.prepareStatement("select id from book where id = ?")) {
      select.setLong(1, row.id);
      try (var found = select.executeQuery()) {
        return found.next();
      }
    }
  }

  /// Writes what has changed.
  void flush() throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    var stored = changed.stream().filter(row -> row.stored).toList();
    try (var update =
        connection.prepareStatement("update book set " + COLUMNS + " where id = ? and fence = ?")) {
      for (BookRow row : stored) {
        write(update, row);
        update.setLong(9, row.id);
        update.setLong(10, row.fence);
        update.addBatch();
      }
      int[] counts = update.executeBatch();
      for (int at = 0; at < counts.length; at++) {
        if (counts[at] == 0) {
          throw fenced(stored.get(at));
        }
      }
    }
    insertNew();
    changed.clear();
  }

  private void insertNew() throws SQLException {
    for (BookRow row : changed) {
      if (!row.stored) {
        insert(row);
      }
    }
  }

  void insert(BookRow row) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into book (file_seq, file_hash, file_note, next_seq, next_hash, next_note,
              last_seq, checksum, id, drive, item) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
      write(insert, row);
      insert.setLong(9, row.id);
      insert.setString(10, row.key.drive());
      insert.setString(11, row.key.item());
      insert.executeUpdate();
      row.stored = true;
    }
  }

  private static void write(PreparedStatement to, BookRow row) throws SQLException {
    @Nullable FileMark next = row.next;
    to.setLong(1, row.file.sequence());
    to.setString(2, row.file.hash());
    to.setBytes(3, row.file.note());
    if (next == null) {
      to.setNull(4, Types.BIGINT);
    } else {
      to.setLong(4, next.sequence());
    }
    to.setString(5, next == null ? null : next.hash());
    to.setBytes(6, next == null ? null : next.note());
    to.setLong(7, row.last);
    to.setLong(8, row.checksum());
  }

  private static StoreFault fenced(BookRow row) {
    return new StoreFault.Unreachable(
        "the journal", "another server looks after " + row.key.item() + " now");
  }
}
