package dev.quire.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;

/// Where the contents of files lie whose items are rows of a database. A content has a number that
/// was drawn for it and never changes, so nobody can overwrite what another server has written:
/// which content a file has is decided by the row alone. Safe to use from many threads and servers.
interface Contents {
  /// A number for a content that is to come; drawn out of so many that no two are the same.
  static long newNumber() {
    return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
  }

  /// Makes what is needed in the database.
  void createTables(Connection connection) throws SQLException;

  /// Takes a content, all of a buffer, in before the transaction that gives it to an item. What no
  /// transaction comes to refer to is taken away some time later.
  ///
  /// @throws StoreFault.Unwritable when it cannot be stored
  void prepare(long number, ByteBuffer bytes);

  /// Stores a content that was prepared, with the transaction that gives it to an item.
  void keep(Connection connection, long number, ByteBuffer bytes) throws SQLException;

  /// A content; something shorter than it was when it is there no longer.
  byte[] read(Connection connection, long number) throws SQLException;

  /// Gives contents up, with the transaction after which no item has them.
  void drop(Connection connection, Collection<Long> numbers) throws SQLException;

  /// Takes away what was given up. Called after a transaction; what fails now is done by a later
  /// call, of this server or another one.
  void sweep();
}
