package dev.quire.store.journal;

import dev.quire.store.Sha256;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A journal in an embedded database in a folder of its own. Nothing is loaded before there is
/// something to write, unless an earlier run left something to read.
///
/// Damage is found by checksums of rows, by the database's own check, and by a count of commits
/// beside it ([HighWater]). A damaged database is copied aside and reported, never repaired in
/// silence.
public final class SqliteJournal extends LedgerJournal {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final SqliteFiles files;
  private final KeptFiles keptFiles;
  private final List<String> findings = new CopyOnWriteArrayList<>();
  private volatile boolean used;

  SqliteJournal(Path folder, long mostPages) {
    this.files = new SqliteFiles(folder, mostPages);
    this.keptFiles = new KeptFiles(folder.resolve("files"));
    tellOfAsides();
    if (files.exist()) {
      submit(_ -> true); // begins to open it
    }
  }

  /// A server that was killed before it could tell of a damage has told nobody.
  private void tellOfAsides() {
    try {
      files
          .asides()
          .forEach(aside ->
              findings.add(
                  "The journal was found damaged before; what was left of it is in %s until somebody takes it away."
                      .formatted(aside)));
    } catch (IOException refused) {
      throw new StoreFault.Unwritable("the journal", String.valueOf(refused.getMessage()));
    }
  }

  /// A journal in this folder, which is created when absent. One process at a time may use it.
  ///
  /// @throws StoreFault.Unwritable when the folder cannot be used
  public static SqliteJournal open(Path folder) {
    try {
      return new SqliteJournal(Files.createDirectories(folder).toRealPath(), 0);
    } catch (IOException refused) {
      throw new StoreFault.Unwritable("the journal", String.valueOf(refused.getMessage()));
    }
  }

  @Override
  Ledger ledger() throws SQLException {
    try {
      return soundLedger();
    } catch (SQLException failure) {
      if (!SqliteFiles.isDamage(failure)) {
        throw failure;
      }
      Path aside = files.copyAside(STAMP.format(Instant.now()));
      files.remove();
      findings.add(
          "The journal was damaged (%s); changes that were acknowledged and not saved may be lost. What is left of it is in %s."
              .formatted(failure.getMessage(), aside));
      return soundLedger();
    }
  }

  private Ledger soundLedger() throws SQLException {
    var highWater = files.highWater();
    Connection connection = files.connect();
    var commits = new CountedCommits(connection, highWater);
    var ledger = new Ledger(connection, commits);
    ledger.load();
    long acknowledged = count(highWater);
    if (acknowledged > commits.count()) {
      Path aside = files.copyAside(STAMP.format(Instant.now()));
      findings.add(
          "The end of the journal is damaged: %d transactions with acknowledged changes are missing. A copy of it is in %s."
              .formatted(acknowledged - commits.count(), aside));
    }
    findings.addAll(ledger.findings());
    return ledger;
  }

  private static long count(HighWater highWater) throws SQLException {
    try {
      return highWater.read();
    } catch (IOException refused) {
      throw new SQLException(refused);
    }
  }

  @Override
  <T> CompletableFuture<T> submit(GroupCommit.Work<T> work) {
    used = true;
    return super.submit(work);
  }

  @Override
  Held held(BookKey book) {
    return new Held(book, 0);
  }

  /// Whether there is nothing to read, so that nothing needs to be loaded.
  private boolean isUntouched() {
    return !used && !files.exist();
  }

  @Override
  public Optional<BookLog> read(BookKey book) {
    return isUntouched() ? Optional.empty() : super.read(book);
  }

  @Override
  public void forget(BookKey book, List<LostSession> lost, Instant now) {
    if (!isUntouched()) {
      super.forget(book, lost, now);
    }
  }

  @Override
  public Optional<LostSession> lost(String ticket) {
    return isUntouched() ? Optional.empty() : super.lost(ticket);
  }

  @Override
  public List<BookKey> unsettled() {
    return isUntouched() ? List.of() : await(Ledger::unsettled);
  }

  @Override
  public void keep(BookKey book, String hash, ByteBuffer content) {
    keptFiles.keep(name(book, hash), content);
  }

  @Override
  public Optional<ByteBuffer> kept(BookKey book, String hash) {
    return keptFiles.find(name(book, hash)).filter(content -> Sha256.hex(content).equals(hash));
  }

  @Override
  public void release(BookKey book, String hash) {
    keptFiles.release(name(book, hash));
  }

  /// Files may have the same content, and are released one by one.
  private static String name(BookKey book, String hash) {
    byte[] key = (book.drive() + "\n" + book.item()).getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(key).substring(0, 24) + "-" + hash;
  }

  @Override
  public List<SessionRow> sessions() {
    return isUntouched() ? List.of() : await(Ledger::sessionRows);
  }

  @Override
  public List<SessionRow> sessions(BookKey book) {
    return isUntouched() ? List.of() : super.sessions(book);
  }

  @Override
  public List<String> findings() {
    if (!isUntouched()) {
      await(_ -> true);
    }
    return List.copyOf(findings);
  }

  /// Also tidies: a journal in which nothing is left goes, so that the next start has nothing to
  /// look at.
  @Override
  public void close() {
    boolean empty = false;
    try {
      empty = !isUntouched() && await(Ledger::isEmpty);
    } catch (StoreFault broken) {
      // Whatever is in it, it is not known to be empty.
    }
    super.close();
    try {
      if (empty) {
        files.remove();
        keptFiles.retain(new HashSet<>());
      }
    } catch (SQLException | IOException refused) {
      throw new StoreFault.Unwritable("the journal", String.valueOf(refused.getMessage()));
    }
  }
}
