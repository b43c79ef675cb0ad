package dev.quire.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;

/// The files of an embedded database in a folder: how they are opened, and what happens to them
/// when they are damaged.
final class SqliteFiles {
  private static final List<String> NAMES = List.of("quire.db", "quire.db-wal", "quire.db-shm");
  private static final String HIGH_WATER = "high-water";
  private static final String ASIDE = "damaged-";
  private static final String TEMPORARY = "org.sqlite.tmpdir";

  private static final Set<Integer> DAMAGE =
      Stream.of(
              SQLiteErrorCode.SQLITE_CORRUPT,
              SQLiteErrorCode.SQLITE_NOTADB,
              SQLiteErrorCode.SQLITE_ERROR,
              SQLiteErrorCode.SQLITE_SCHEMA,
              SQLiteErrorCode.SQLITE_FORMAT,
              SQLiteErrorCode.SQLITE_CONSTRAINT,
              SQLiteErrorCode.SQLITE_MISMATCH)
          .map(code -> code.code)
          .collect(Collectors.toUnmodifiableSet());

  private final Path folder;
  private final long mostPages;

  /// @param mostPages how large the database may get, in pages of 4 KiB; 0 for any size
  SqliteFiles(Path folder, long mostPages) {
    this.folder = folder;
    this.mostPages = mostPages;
  }

  boolean exist() {
    return Files.exists(folder.resolve(NAMES.getFirst()));
  }

  /// A connection in a transaction, to a database whose tables are there and whose pages are sound.
  Connection connect() throws SQLException {
    prepareLibrary();
    var connection =
        JDBC.createConnection("jdbc:sqlite:" + folder.resolve(NAMES.getFirst()), new Properties());
    try {
      // Commits are on the medium when they return, and nobody else uses the database.
      for (String setting :
          List.of(
              "locking_mode = exclusive",
              "journal_mode = wal",
              "synchronous = full",
              "fullfsync = on",
              "checkpoint_fullfsync = on",
              "cell_size_check = on",
              "journal_size_limit = 16777216")) {
        Schema.run(connection, "pragma " + setting);
      }
      if (mostPages > 0) {
        Schema.run(connection, "pragma max_page_count = " + mostPages);
      }
      check(connection);
      connection.setAutoCommit(false);
      Schema.SQLITE.create(connection);
      connection.commit();
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /// Indexes too: a row that only its index has lost would be found out when it is asked for.
  private static void check(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("pragma integrity_check(1)")) {
      if (found.next() && !found.getString(1).equals("ok")) {
        throw new SQLException(found.getString(1), null, SQLiteErrorCode.SQLITE_CORRUPT.code);
      }
    }
  }

  /// Whether a failure to open says that the files are not what was written; others say that the
  /// system refuses.
  static boolean isDamage(SQLException failure) {
    int code = failure.getErrorCode() & 0xFF;
    boolean isFromDriver = code == 0 && !(failure.getCause() instanceof IOException);
    return isFromDriver || DAMAGE.contains(code);
  }

  HighWater highWater() throws SQLException {
    try {
      return new HighWater(folder.resolve(HIGH_WATER));
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  /// Puts a copy of all files where nobody writes to them.
  ///
  /// @return the folder that has them now
  Path copyAside(String stamp) throws SQLException {
    Path to = folder.resolve(ASIDE + stamp);
    try {
      Files.createDirectories(to);
      for (String name : NAMES) {
        if (Files.exists(folder.resolve(name))) {
          Files.copy(folder.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return to;
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  /// The folders with what was put aside and nobody has taken away yet.
  List<Path> asides() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(ASIDE)).sorted().toList();
    }
  }

  /// Removes the database. Whatever was worth keeping is elsewhere.
  void remove() throws SQLException {
    try {
      for (String name : NAMES) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder.resolve(HIGH_WATER));
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  /// The library unpacks itself where we say, since folders for temporary files may not allow
  /// programs, and what a killed process left there goes. It reads the place from a property.
  private void prepareLibrary() throws SQLException {
    if (System.getProperty(TEMPORARY) != null) {
      return;
    }
    try {
      Path place = Files.createDirectories(folder.resolve("library"));
      try (var left = Files.list(place)) {
        for (Path each : left.toList()) {
          Files.deleteIfExists(each);
        }
      }
      System.setProperty(TEMPORARY, place.toString());
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }
}
