package dev.quire.store.cluster;

import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.SharedJournal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// What stands in the database about servers and the files that they look after. Only its clock
/// counts. Every method is one transaction.
final class Register {
  private static final String NOBODY = "";
  private static final int MOST_ORPHANS = 16;

  private final ClusterDatabase database;

  Register(ClusterDatabase database) {
    this.database = database;
  }

  /// Who has a file.
  sealed interface Owner {
    /// The server that asked.
    ///
    /// @param fence number of its turn
    record Asker(long fence) implements Owner {}

    /// Another server that is alive.
    record Other(String url) implements Owner {}
  }

  private record Row(long id, long fence, String owner) {}

  void enter(String node, String url, Duration lease) {
    database.transact(connection -> {
      try (var insert =
          connection.prepareStatement(
              """
              insert into node (id, url, lease_until)
              values (?, ?, current_timestamp + ? * interval '1' second)\
              """)) {
        insert.setString(1, node);
        insert.setString(2, url);
        insert.setDouble(3, seconds(lease));
        return insert.executeUpdate();
      }
    });
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /// @return whether the server was still taken for alive
  static boolean renew(Connection connection, String node, Duration lease) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update node set lease_until = current_timestamp + ? * interval '1' second where id = ?")) {
      update.setDouble(1, seconds(lease));
      update.setString(2, node);
      boolean alive = update.executeUpdate() == 1;
      connection.commit();
      return alive;
    }
  }

  void leave(String node) {
    database.transact(connection -> run(connection, "delete from node where id = ?", node));
  }

  /// Who has a file; the asker, in a new turn, if it was given to it or if nobody has it who is
  /// alive.
  Owner find(BookKey book, String asker) {
    return database.transact(connection -> find(connection, book, asker));
  }

  private static Owner find(Connection connection, BookKey book, String asker) throws SQLException {
    Row row = row(connection, book);
    if (!row.owner().equals(asker) && !row.owner().equals(NOBODY)) {
      // First of all, so that a server which renews its lease now waits for us, or stops us.
      run(
          connection,
          "delete from node where id = ? and lease_until < current_timestamp",
          row.owner());
      Optional<String> url = url(connection, row.owner());
      if (url.isPresent()) {
        return new Owner.Other(url.get());
      }
    }
    if (!pass(connection, row, asker)) {
      // Another server was quicker.
      throw new SQLException("the file " + book.item() + " has just changed hands", "40001");
    }
    return new Owner.Asker(row.fence() + 1);
  }

  /// Waits for a commit that is under way for this file, and stops all later ones of the owner.
  private static boolean pass(Connection connection, Row row, String to) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update book set owner = ?, fence = fence + 1 where id = ? and fence = ?")) {
      update.setString(1, to);
      update.setLong(2, row.id());
      update.setLong(3, row.fence());
      return update.executeUpdate() == 1;
    }
  }

  private static Row row(Connection connection, BookKey book) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id, fence, owner from book where drive = ? and item = ?")) {
      select.setString(1, book.drive());
      select.setString(2, book.item());
      try (var found = select.executeQuery()) {
        if (found.next()) {
          return new Row(found.getLong(1), found.getLong(2), found.getString(3));
        }
      }
    }
    long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    SharedJournal.addFile(connection, book, id);
    return new Row(id, 0, NOBODY);
  }

  /// Where a server is reached that is taken for alive.
  Optional<String> url(String node) {
    return database.transact(connection -> url(connection, node));
  }

  private static Optional<String> url(Connection connection, String node) throws SQLException {
    try (var select = connection.prepareStatement("select url from node where id = ?")) {
      select.setString(1, node);
      try (var found = select.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }

  /// Gives a file away, if it still is the giver's.
  ///
  /// @param to a server, or nothing for whoever asks first
  void give(BookKey book, long fence, Optional<String> to) {
    database.transact(connection -> {
      try (var update =
          connection.prepareStatement(
              """
              update book set owner = ?, fence = fence + 1
              where drive = ? and item = ? and fence = ?\
              """)) {
        update.setString(1, to.orElse(NOBODY));
        update.setString(2, book.drive());
        update.setString(3, book.item());
        update.setLong(4, fence);
        return update.executeUpdate();
      }
    });
  }

  /// How many files each server looks after that is alive.
  Map<String, Integer> load() {
    return database.transact(connection -> {
      var load = new LinkedHashMap<String, Integer>();
      try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select node.id, count(book.id) from node
                  left join book on book.owner = node.id
                  where node.lease_until > current_timestamp
                  group by node.id order by node.id\
                  """);
          var found = select.executeQuery()) {
        while (found.next()) {
          load.put(found.getString(1), found.getInt(2));
        }
      }
      return load;
    });
  }

  /// The files that a server looks after.
  Set<BookKey> of(String node) {
    return database.transact(connection -> {
      var files = new HashSet<BookKey>();
      try (var select =
          connection.prepareStatement("select drive, item from book where owner = ?")) {
        select.setString(1, node);
        try (var found = select.executeQuery()) {
          while (found.next()) {
            files.add(new BookKey(found.getString(1), found.getString(2)));
          }
        }
      }
      return files;
    });
  }

  /// Some files that lack changes and that nobody looks after who is alive.
  List<BookKey> orphans() {
    return database.transact(connection -> {
      var orphans = new ArrayList<BookKey>();
      try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select drive, item from book where last_seq > file_seq and owner not in
                  (select id from node where lease_until > current_timestamp)\
                  """);
          var found = select.executeQuery()) {
        while (found.next() && orphans.size() < MOST_ORPHANS) {
          orphans.add(new BookKey(found.getString(1), found.getString(2)));
        }
      }
      return orphans;
    });
  }

  private static int run(Connection connection, String sql, String argument) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      return statement.executeUpdate();
    }
  }
}
