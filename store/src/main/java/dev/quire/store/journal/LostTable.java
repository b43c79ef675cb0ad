package dev.quire.store.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The sessions in a ledger whose files were deleted. Rows that have had their time go whenever
/// others come, so there are no more than sessions of one life.
final class LostTable {
  private final Connection connection;

  LostTable(Connection connection) {
    this.connection = connection;
  }

  void add(List<LostSession> rows, Instant now) throws SQLException {
    try (var insert =
            connection.prepareStatement(
                "insert into lost (ticket, owner, until) values (?, ?, ?)");
        var clean =
            connection.prepareStatement("delete from lost where until <= ? or ticket = ?")) {
      for (LostSession row : rows) {
        clean.setLong(1, now.toEpochMilli());
        clean.setString(2, row.ticket());
        clean.executeUpdate();
        insert.setString(1, row.ticket());
        insert.setString(2, row.user());
        insert.setLong(3, row.until().toEpochMilli());
        insert.executeUpdate();
      }
    }
  }

  Optional<LostSession> find(String ticket) throws SQLException {
    try (var select =
        connection.prepareStatement("select owner, until from lost where ticket = ?")) {
      select.setString(1, ticket);
      try (var found = select.executeQuery()) {
        return found.next()
            ? Optional.of(
                new LostSession(
                    ticket,
                    String.valueOf(found.getString("owner")),
                    Instant.ofEpochMilli(found.getLong("until"))))
            : Optional.empty();
      }
    }
  }
}
