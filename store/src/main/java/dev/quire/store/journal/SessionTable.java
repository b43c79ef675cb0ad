package dev.quire.store.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sessions in a ledger.
final class SessionTable {
  private final Connection connection;

  SessionTable(Connection connection) {
    this.connection = connection;
  }

  private static long checksum(SessionRow row) {
    return new Checksum()
        .add(row.ticket())
        .add(row.user())
        .add(row.book().drive())
        .add(row.book().item())
        .add(row.lastUsed().toEpochMilli())
        .value();
  }

  void open(SessionRow row) throws SQLException {
    end(List.of(row.ticket()));
    try (var insert =
        connection.prepareStatement(
            """
            insert into session (ticket, owner, drive, item, last_used, checksum)
            values (?, ?, ?, ?, ?, ?)\
            """)) {
      insert.setString(1, row.ticket());
      insert.setString(2, row.user());
      insert.setString(3, row.book().drive());
      insert.setString(4, row.book().item());
      insert.setLong(5, row.lastUsed().toEpochMilli());
      insert.setLong(6, checksum(row));
      insert.executeUpdate();
    }
  }

  void end(List<String> tickets) throws SQLException {
    try (var delete = connection.prepareStatement("delete from session where ticket = ?")) {
      for (String ticket : tickets) {
        delete.setString(1, ticket);
        delete.executeUpdate();
      }
    }
  }

  void forget(BookKey book) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from session where drive = ? and item = ?")) {
      delete.setString(1, book.drive());
      delete.setString(2, book.item());
      delete.executeUpdate();
    }
  }

  /// Rows that are not what was written stay so.
  void used(Map<String, Instant> times) throws SQLException {
    try (var select = connection.prepareStatement("select * from session where ticket = ?");
        var update =
            connection.prepareStatement(
                "update session set last_used = ?, checksum = ? where ticket = ?")) {
      for (var each : times.entrySet()) {
        select.setString(1, each.getKey());
        try (var found = select.executeQuery()) {
          for (SessionRow row : rows(found, new ArrayList<>())) {
            var now = new SessionRow(row.ticket(), row.user(), row.book(), each.getValue());
            update.setLong(1, now.lastUsed().toEpochMilli());
            update.setLong(2, checksum(now));
            update.setString(3, now.ticket());
            update.executeUpdate();
          }
        }
      }
    }
  }

  /// All sessions whose rows are what was written.
  ///
  /// @param findings gets a sentence for each that is not
  List<SessionRow> all(List<String> findings) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select * from session")) {
      return rows(found, findings);
    }
  }

  /// The sessions of one file.
  ///
  /// @param findings gets a sentence for each that is not what was written
  List<SessionRow> of(BookKey book, List<String> findings) throws SQLException {
    try (var select =
        connection.prepareStatement("select * from session where drive = ? and item = ?")) {
      select.setString(1, book.drive());
      select.setString(2, book.item());
      try (var found = select.executeQuery()) {
        return rows(found, findings);
      }
    }
  }

  /// The file of a session.
  Optional<BookKey> bookOf(String ticket) throws SQLException {
    try (var select =
        connection.prepareStatement("select drive, item from session where ticket = ?")) {
      select.setString(1, ticket);
      try (var found = select.executeQuery()) {
        return found.next()
            ? Optional.of(new BookKey(found.getString(1), found.getString(2)))
            : Optional.empty();
      }
    }
  }

  private static List<SessionRow> rows(ResultSet found, List<String> findings) throws SQLException {
    var all = new ArrayList<SessionRow>();
    while (found.next()) {
      var row =
          new SessionRow(
              String.valueOf(found.getString("ticket")),
              String.valueOf(found.getString("owner")),
              new BookKey(
                  String.valueOf(found.getString("drive")),
                  String.valueOf(found.getString("item"))),
              Instant.ofEpochMilli(found.getLong("last_used")));
      if (checksum(row) == found.getLong("checksum")) {
        all.add(row);
      } else {
        findings.add("A session could not be opened again: its row is damaged.");
      }
    }
    return all;
  }
}
