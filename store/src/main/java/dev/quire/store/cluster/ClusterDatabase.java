package dev.quire.store.cluster;

import dev.quire.store.StoreFault;
import dev.quire.store.Transactions;
import dev.quire.store.journal.SharedJournal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The database that all servers of a cluster share. Safe to use from many threads.
public final class ClusterDatabase implements Transactions, AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          """
          create table if not exists node (
            id varchar(100) primary key, url varchar(400) not null,
            lease_until timestamp with time zone not null)\
          """,
          "create table if not exists secret (name varchar(40) primary key, word varchar(100) not null)");

  /// SQLState classes of transactions that may simply be tried again: the engine undid them, or two
  /// servers made the same row.
  private static final List<String> AGAIN = List.of("40", "23");

  /// Class of SQLState of what an engine does not know.
  private static final String UNKNOWN = "42";

  private static final int MOST_TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
  private static final int MOST_AT_ONCE = 16;
  private static final int SECRET_BYTES = 32;

  private final String url;
  private final Duration patience;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /// @param url where it is, as JDBC has it, with user and password
  /// @param patience how long one answer of the database may take
  public ClusterDatabase(String url, Duration patience) {
    this.url = url;
    this.patience = patience;
  }

  /// A new connection, for whoever keeps one. It gives up on a database that does not answer.
  public Connection connect() throws SQLException {
    var settings = new Properties();
    long seconds = Math.max(1, patience.toSeconds());
    settings.setProperty("connectTimeout", Long.toString(seconds));
    settings.setProperty("loginTimeout", Long.toString(seconds));
    settings.setProperty("socketTimeout", Long.toString(seconds));
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("reWriteBatchedInserts", "true");
    settings.setProperty("ApplicationName", "quire");
    var connection = DriverManager.getConnection(url, settings);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    limitStandingStill(connection);
    connection.setAutoCommit(false);
    return connection;
  }

  /// A server that is frozen or cut off in the middle of a transaction would keep the rows of its
  /// workbooks locked until its connection breaks, which may take hours; its successors wait for
  /// them. An engine that does not know the setting goes without.
  private void limitStandingStill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set idle_in_transaction_session_timeout = " + patience.toMillis());
    } catch (SQLException refused) {
      if (!String.valueOf(refused.getSQLState()).startsWith(UNKNOWN)) {
        throw refused;
      }
    }
  }

  /// Makes what is not there.
  ///
  /// @throws StoreFault.Unreachable when the database cannot be used
  public void prepare() {
    transact(connection -> {
      SharedJournal.createTables(connection);
      try (var statement = connection.createStatement()) {
        for (String table : TABLES) {
          statement.execute(table);
        }
      }
      return true;
    });
  }

  /// A secret that all servers of the cluster know, and whoever can read the database.
  public String secret() {
    return transact(connection -> {
      try (var select =
              connection.prepareStatement("select word from secret where name = 'nodes'");
          var found = select.executeQuery()) {
        return found.next() ? found.getString(1) : newSecret(connection);
      }
    });
  }

  private static String newSecret(Connection connection) throws SQLException {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String word = HexFormat.of().formatHex(bytes);
    try (var insert =
        connection.prepareStatement("insert into secret (name, word) values ('nodes', ?)")) {
      insert.setString(1, word);
      insert.executeUpdate();
    }
    return word;
  }

  @Override
  public <T> T transact(Work<T> work) {
    enter();
    try {
      for (int tries = 1; ; tries++) {
        try {
          return once(work);
        } catch (SQLException refused) {
          if (tries == MOST_TRIES || !isToBeTriedAgain(refused)) {
            throw new StoreFault.Unreachable(
                "the database of the cluster", String.valueOf(refused.getMessage()));
          }
          standBack(tries);
        }
      }
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreFault.Unreachable("the database of the cluster", "too many wait for it");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreFault.Unreachable("the database of the cluster", "interrupted");
    }
  }

  /// Those who hinder one another wait for longer and longer, each for another time.
  private static void standBack(int tries) {
    long most = Math.min(LONGEST_PAUSE.toNanos(), PAUSE.toNanos() * tries * tries);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }

  private static boolean isToBeTriedAgain(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    return AGAIN.stream().anyMatch(state::startsWith);
  }

  /// A connection that has lain idle may be dead: work that fails on one is tried on a new one.
  private <T> T once(Work<T> work) throws SQLException {
    Connection lain = idle.poll();
    if (lain != null) {
      try {
        return on(lain, work);
      } catch (SQLException refused) {
        if (!String.valueOf(refused.getSQLState()).startsWith("08")) {
          throw refused;
        }
        drain();
      }
    }
    return on(connect(), work);
  }

  private <T> T on(Connection connection, Work<T> work) throws SQLException {
    boolean isSound = false;
    try {
      T result = work.on(connection);
      connection.commit();
      isSound = true;
      return result;
    } catch (StoreFault refused) {
      connection.rollback();
      isSound = true;
      throw refused;
    } catch (SQLException refused) {
      if (isToBeTriedAgain(refused)) {
        connection.rollback();
        isSound = true;
      }
      throw refused;
    } finally {
      if (isSound && !closed) {
        idle.push(connection);
      } else {
        connection.close();
      }
    }
  }

  private void drain() {
    for (Connection each = idle.poll(); each != null; each = idle.poll()) {
      try {
        each.close();
      } catch (SQLException dead) {
        // That is why it is closed.
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    drain();
  }
}
