package dev.quire.store.journal;

import static dev.quire.store.journal.JournalFolder.BOOK;
import static dev.quire.store.journal.JournalFolder.FILE;
import static dev.quire.store.journal.JournalFolder.append;
import static dev.quire.store.journal.JournalFolder.appendOneByOne;
import static dev.quire.store.journal.JournalFolder.changes;
import static dev.quire.store.journal.JournalFolder.killed;
import static dev.quire.store.journal.JournalFolder.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.store.Sha256;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is acknowledged is there after a crash, and nothing else passes for it.
final class SqliteJournalTest {
  private static final BookKey OTHER = new BookKey("b!drive", "01OTHER");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path temporary;
  private Path folder;
  private SqliteJournal journal;

  @BeforeEach
  void open() {
    folder = temporary.resolve("journal");
    journal = SqliteJournal.open(folder);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private BookLog afterCrash(BookKey book) {
    try (var next = SqliteJournal.open(killed(folder, temporary, "next"))) {
      assertEquals(List.of(), next.findings());
      return next.read(book).orElseThrow();
    }
  }

  @Test
  void acknowledgedChangesAreThereAfterACrash() {
    appendOneByOne(journal, BOOK, 20);
    BookLog log = afterCrash(BOOK);
    assertEquals(changes(20), texts(log));
    assertEquals(FILE.hash(), log.file().hash());
    assertArrayEquals(FILE.note(), log.file().note());
    assertEquals(Optional.empty(), log.damage());
  }

  @Test
  void changesHandedInTogetherKeepTheirOrder() {
    IntStream.rangeClosed(1, 1000)
        .mapToObj(each -> append(journal, BOOK, each))
        .toList()
        .getLast()
        .join();
    assertEquals(changes(1000), texts(afterCrash(BOOK)));
  }

  @Test
  void logsOfFilesAreApart() {
    appendOneByOne(journal, BOOK, 3);
    appendOneByOne(journal, OTHER, 2);
    assertEquals(changes(3), texts(afterCrash(BOOK)));
    assertEquals(changes(2), texts(afterCrash(OTHER)));
    assertEquals(List.of(BOOK, OTHER), journal.unsettled());
  }

  @Test
  void settledChangesAreGone() {
    appendOneByOne(journal, BOOK, 5);
    var saved = new FileMark(3, "11", new byte[0]);
    journal.intend(BOOK, saved);
    assertEquals(Optional.of("11"), afterCrash(BOOK).intended().map(FileMark::hash));
    journal.settle(BOOK, saved).join();
    BookLog log = afterCrash(BOOK);
    assertEquals(List.of("change 4", "change 5"), texts(log));
    assertEquals(3, log.file().sequence());
    assertEquals(Optional.empty(), log.intended());
  }

  @Test
  void changeWithoutItsPredecessorIsRefused() {
    appendOneByOne(journal, BOOK, 1);
    var skipped = append(journal, BOOK, 3);
    assertThrows(CompletionException.class, skipped::join);
    append(journal, BOOK, 2).join();
    assertEquals(changes(2), texts(afterCrash(BOOK)));
  }

  @Test
  void logBegunAnewForgetsWhatStoodInIt() {
    appendOneByOne(journal, BOOK, 4);
    journal.restart(BOOK, new FileMark(9, "22", new byte[0]));
    append(journal, BOOK, 10).join();
    assertEquals(List.of("change 10"), texts(afterCrash(BOOK)));
  }

  @Test
  void sessionsAreThereAfterACrashUntilTheyEnd() {
    journal.open(new SessionRow("t1", "ann", BOOK, NOON));
    journal.open(new SessionRow("t2", "bob", BOOK, NOON));
    journal.used(Map.of("t1", NOON.plusSeconds(60)));
    journal.end(List.of("t2"));
    try (var next = SqliteJournal.open(killed(folder, temporary, "next"))) {
      assertEquals(
          List.of(new SessionRow("t1", "ann", BOOK, NOON.plusSeconds(60))), next.sessions());
    }
  }

  @Test
  void forgottenFileLeavesNothing() {
    appendOneByOne(journal, BOOK, 4);
    journal.open(new SessionRow("t1", "ann", BOOK, NOON));
    journal.forget(BOOK);
    assertEquals(Optional.empty(), journal.read(BOOK));
    assertEquals(List.of(), journal.sessions());
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
  void closedJournalKeepsWhatIsNotSettled() {
    appendOneByOne(journal, BOOK, 2);
    journal.close();
    assertEquals(changes(2), texts(afterCrash(BOOK)));
  }

  @Test
  void keptContentIsWhatItWas() throws IOException {
    byte[] content = {1, 2, 3};
    String hash = Sha256.hex(content);
    journal.keep(BOOK, hash, content);
    assertArrayEquals(content, journal.kept(BOOK, hash).orElseThrow());
    try (var files = Files.list(folder.resolve("files"))) {
      Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 4});
    }
    assertEquals(Optional.empty(), journal.kept(BOOK, hash));
    journal.release(BOOK, hash);
    assertEquals(Optional.empty(), journal.kept(BOOK, hash));
  }

  @Test
  void entriesSetAsideStopNobody() {
    appendOneByOne(journal, BOOK, 5);
    journal.setAside(BOOK, 3, "unreadable");
    append(journal, BOOK, 3).join();
    assertEquals(changes(3), texts(afterCrash(BOOK)));
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
