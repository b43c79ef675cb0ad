package dev.quire.store.journal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// Counts commits in the database and beside it, so that a lost end of the database's own log is
/// noticed ([HighWater]).
final class CountedCommits implements Commits {
  private static final String NAME = "commits";

  private final Connection connection;
  private final HighWater highWater;
  private long count;

  CountedCommits(Connection connection, HighWater highWater) throws SQLException {
    this.connection = connection;
    this.highWater = highWater;
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select amount from meta where name = 'commits'")) {
      this.count = found.next() ? found.getLong(1) : 0;
    }
  }

  /// How many the database knows of.
  long count() {
    return count;
  }

  @Override
  public void before() throws SQLException {
    count++;
    if (write("update meta set amount = ? where name = ?") == 0) {
      write("insert into meta (amount, name) values (?, ?)");
    }
  }

  private int write(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, count);
      statement.setString(2, NAME);
      return statement.executeUpdate();
    }
  }

  @Override
  public void after() throws SQLException {
    try {
      highWater.write(count);
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      highWater.close();
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }
}
