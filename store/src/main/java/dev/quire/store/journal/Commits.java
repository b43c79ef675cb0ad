package dev.quire.store.journal;

import java.sql.SQLException;

/// What goes with each commit of a ledger that changes something.
interface Commits extends AutoCloseable {
  /// For databases that many servers write.
  Commits PLAIN =
      new Commits() {
        @Override
        public void before() {}

        @Override
        public void after() {}

        @Override
        public void close() {}
      };

  /// In the transaction.
  void before() throws SQLException;

  /// Once it is durable.
  void after() throws SQLException;

  @Override
  void close() throws SQLException;
}
