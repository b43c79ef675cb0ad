package dev.quire.store.journal;

import static dev.quire.store.journal.JournalFolder.BOOK;
import static dev.quire.store.journal.JournalFolder.FILE;
import static dev.quire.store.journal.JournalFolder.append;
import static dev.quire.store.journal.JournalFolder.appendOneByOne;
import static dev.quire.store.journal.JournalFolder.changes;
import static dev.quire.store.journal.JournalFolder.killed;
import static dev.quire.store.journal.JournalFolder.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.store.Sha256;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is acknowledged is there after a crash, and nothing else passes for it.
final class SqliteJournalTest extends JournalStoreContract {
  private final List<SqliteJournal> nextRuns = new ArrayList<>();
  @TempDir Path temporary;
  private Path folder;
  private SqliteJournal journal;

  @Override
  protected JournalStore emptyJournal() {
    folder = temporary.resolve("journal");
    journal = SqliteJournal.open(folder);
    return journal;
  }

  @Override
  protected JournalStore nextRun() {
    var next = SqliteJournal.open(killed(folder, temporary, "next" + nextRuns.size()));
    nextRuns.add(next);
    return next;
  }

  @AfterEach
  void closeNextRuns() {
    nextRuns.forEach(SqliteJournal::close);
  }

  @Test
  void journalThatIsNotUsedLoadsNothing() throws IOException {
    assertEquals(Optional.empty(), journal.read(BOOK));
    assertEquals(List.of(), journal.sessions());
    assertEquals(List.of(), journal.unsettled());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void journalInWhichNothingIsLeftGoesWhenItIsClosed() {
    appendOneByOne(journal, BOOK, 1);
    journal.settle(BOOK, new FileMark(1, "11", new byte[0]));
    journal.close();
    assertFalse(Files.exists(folder.resolve("quire.db")));
  }

  @Test
  void startFindsWhatNeedsToBeLookedAfter() {
    appendOneByOne(journal, BOOK, 3);
    appendOneByOne(journal, OTHER, 2);
    var session = new SessionRow("t1", "ann", BOOK, NOON);
    journal.open(session);
    assertEquals(List.of(BOOK, OTHER), journal.unsettled());
    assertEquals(Set.of(BOOK, OTHER), Set.copyOf(nextRun().unsettled()));
    assertEquals(List.of(session), nextRun().sessions());
  }

  @Test
  void journalOfAnOlderVersionIsReadAndGoesOn() throws SQLException {
    appendOneByOne(journal, BOOK, 2);
    Path older = killed(folder, temporary, "older");
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + older.resolve("quire.db"));
        var statement = database.createStatement()) {
      statement.execute("alter table book drop column fence");
      statement.execute("alter table book drop column owner");
      statement.execute("drop table kept");
      statement.execute("drop table kept_piece");
    }
    try (var next = SqliteJournal.open(older)) {
      assertEquals(changes(2), texts(next.read(BOOK).orElseThrow()));
      append(next, BOOK, 3).join();
      assertEquals(changes(3), texts(next.read(BOOK).orElseThrow()));
      assertEquals(List.of(), next.findings());
    }
  }

  @Test
  void closedJournalKeepsWhatIsNotSettled() {
    appendOneByOne(journal, BOOK, 2);
    journal.close();
    assertEquals(changes(2), texts(nextRun().read(BOOK).orElseThrow()));
  }

  @Test
  void keptContentIsWhatItWas() throws IOException {
    var content = ByteBuffer.wrap(new byte[] {1, 2, 3});
    String hash = Sha256.hex(content);
    journal.keep(BOOK, hash, content);
    assertEquals(content, journal.kept(BOOK, hash).orElseThrow());
    try (var files = Files.list(folder.resolve("files"))) {
      Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 4});
    }
    assertEquals(Optional.empty(), journal.kept(BOOK, hash));
    journal.release(BOOK, hash);
    assertEquals(Optional.empty(), journal.kept(BOOK, hash));
  }

  @Test
  void fullDatabaseRefusesAndKeepsWhatItHas() {
    try (var small = new SqliteJournal(temporary, 40)) {
      String large = "x".repeat(20_000);
      int acknowledged = 0;
      while (acknowledged < 100) {
        var file = acknowledged == 0 ? Optional.of(FILE) : Optional.<FileMark>empty();
        var done = small.append(BOOK, JournalFolder.entry(acknowledged + 1, large), file);
        try {
          done.join();
        } catch (CompletionException full) {
          assertTrue(full.getCause() instanceof StoreFault.Unwritable, full.toString());
          break;
        }
        acknowledged++;
      }
      assertTrue(acknowledged > 0 && acknowledged < 20, "acknowledged " + acknowledged);
      BookLog log = small.read(BOOK).orElseThrow();
      assertEquals(acknowledged, log.entries().size());
      small.settle(BOOK, new FileMark(acknowledged, "11", new byte[0])).join();
      small.append(BOOK, JournalFolder.entry(acknowledged + 1), Optional.empty()).join();
    }
  }
}
