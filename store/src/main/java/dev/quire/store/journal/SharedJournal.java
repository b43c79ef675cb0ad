package dev.quire.store.journal;

import dev.quire.store.Sha256;
import dev.quire.store.StoreFault;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A journal in a database that several servers write. Each file is one server's at a time; a
/// commit checks for every file in it that it still is this server's turn, in the same transaction,
/// and is refused as a whole when it is not.
public final class SharedJournal extends LedgerJournal {
  /// Connects to the database.
  @FunctionalInterface
  public interface Connecting {
    /// A new connection; whoever asks for it closes it.
    Connection connect() throws SQLException;
  }

  private final Connecting database;
  private final Fences fences;
  private final List<String> findings = new CopyOnWriteArrayList<>();

  /// @param database where the tables are, made before with [#createTables]
  /// @param fences tells which files this server looks after
  public SharedJournal(Connecting database, Fences fences) {
    this.database = database;
    this.fences = fences;
  }

  /// Makes the tables of a journal that are not there. The caller commits.
  public static void createTables(Connection connection) throws SQLException {
    Schema.POSTGRES.create(connection);
  }

  /// Makes the row of a file that has none yet: no server looks after it.
  ///
  /// @param id a number that no other file has
  public static void addFile(Connection connection, BookKey book, long id) throws SQLException {
    var row = new BookRow(id, book, 0, new FileMark(0, "", new byte[0]));
    new BookTable(connection).insert(row);
  }

  /// What is forgotten with a file, each statement about the file of two words; its row first, so
  /// that whoever writes its log waits, or finds that it is gone.
  private static final List<String> FORGETTING =
      List.of(
          "update book set fence = fence + 1 where drive = ? and item = ?",
          "delete from lost where ticket in (select ticket from session where drive = ? and item = ?)",
          "insert into lost (ticket, owner, until) select ticket, owner, last_used + LIFE from session where drive = ? and item = ?",
          "delete from session where drive = ? and item = ?",
          "delete from op where book in (select id from book where drive = ? and item = ?)",
          "delete from kept where drive = ? and item = ?",
          "delete from kept_piece where drive = ? and item = ?",
          "delete from book where drive = ? and item = ?");

  /// Drops the log of a file and its sessions, which are remembered for their time. The caller
  /// commits; then no server can add to the log any more.
  ///
  /// @param life how long a session may live after the journal was told that it was used
  public static void forget(Connection connection, BookKey book, Duration life)
      throws SQLException {
    for (String sql : FORGETTING) {
      String told = sql.replace("LIFE", Long.toString(life.toMillis()));
      try (var statement = connection.prepareStatement(told)) {
        statement.setString(1, book.drive());
        statement.setString(2, book.item());
        statement.executeUpdate();
      }
    }
  }

  @Override
  Ledger ledger() throws SQLException {
    Connection connection = database.connect();
    try {
      connection.setAutoCommit(false);
      return new Ledger(connection, Commits.PLAIN);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  @Override
  Held held(BookKey book) {
    long fence =
        fences
            .fence(book)
            .orElseThrow(() ->
                new StoreFault.Unreachable(
                    "the journal", "this server does not look after the workbook"));
    return new Held(book, fence);
  }

  @Override
  public void forget(BookKey book, List<LostSession> lost, Instant now) {
    super.forget(book, lost, now);
    fences.ended(book);
  }

  /// Those of sessions whose files this server looks after.
  @Override
  public void end(List<String> tickets) {
    if (tickets.isEmpty()) {
      return;
    }
    join(
        change(ledger -> {
          for (String ticket : tickets) {
            Optional<BookKey> book = ledger.sessions().bookOf(ticket);
            if (book.isPresent() && fences.fence(book.get()).isPresent()) {
              ledger.guard(held(book.get()));
              ledger.sessions().end(List.of(ticket));
            }
          }
        }));
  }

  /// None: what files of other servers lack is their business, and files that pass to this one are
  /// read when they do.
  @Override
  public List<BookKey> unsettled() {
    return List.of();
  }

  /// None, for the same reason; see [#sessions(BookKey)].
  @Override
  public List<SessionRow> sessions() {
    return List.of();
  }

  @Override
  public void keep(BookKey book, String hash, ByteBuffer content) {
    Held held = held(book);
    join(
        change(ledger -> {
          ledger.guard(held);
          ledger.kept().keep(book, hash, content);
        }));
  }

  @Override
  public Optional<ByteBuffer> kept(BookKey book, String hash) {
    return await(ledger -> ledger.kept().find(book, hash))
        .filter(content -> Sha256.hex(content).equals(hash));
  }

  @Override
  public void release(BookKey book, String hash) {
    Held held = held(book);
    // Nobody waits: this is called when the journal tells that something else is done.
    change(ledger -> {
      ledger.guard(held);
      ledger.kept().release(book, hash);
    });
  }

  @Override
  public List<String> findings() {
    return List.copyOf(findings);
  }
}
