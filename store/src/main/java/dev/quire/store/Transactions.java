package dev.quire.store;

import java.sql.Connection;
import java.sql.SQLException;

/// A database that does things whole or not at all. Safe to use from many threads.
public interface Transactions {
  /// Something done in one transaction. May be done more than once, when the database says so.
  ///
  /// @param <T> what comes of it
  @FunctionalInterface
  interface Work<T> {
    /// @throws SQLException when the database refuses
    T on(Connection connection) throws SQLException;
  }

  /// Does something in a transaction of its own; durable when this returns. A [StoreFault] thrown
  /// by the work undoes it.
  ///
  /// @throws StoreFault.Unreachable when the database refuses or does not answer
  <T> T transact(Work<T> work);
}
