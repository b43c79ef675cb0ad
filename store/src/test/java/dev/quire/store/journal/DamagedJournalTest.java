package dev.quire.store.journal;

import static dev.quire.store.journal.JournalFolder.BOOK;
import static dev.quire.store.journal.JournalFolder.appendOneByOne;
import static dev.quire.store.journal.JournalFolder.changes;
import static dev.quire.store.journal.JournalFolder.killed;
import static dev.quire.store.journal.JournalFolder.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage is found and told. Whatever is still given out is what was acknowledged.
final class DamagedJournalTest {
  private static final int CHANGES = 40;
  private static final int FLIPS = 100;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void fill() {
    folder = temporary.resolve("journal");
    try (var journal = SqliteJournal.open(folder)) {
      appendOneByOne(journal, BOOK, CHANGES);
      folder = killed(folder, temporary, "killed");
    }
  }

  @Test
  void bitFlippedInTheLogIsReportedAndNeverApplied() throws IOException {
    assertEveryFlipIsFound("quire.db-wal");
  }

  @Test
  void bitFlippedInTheDatabaseIsReportedAndNeverApplied() throws IOException {
    try (var journal = SqliteJournal.open(folder)) {
      assertEquals(CHANGES, journal.read(BOOK).orElseThrow().entries().size());
    }
    assertFalse(Files.exists(folder.resolve("quire.db-wal")), "closing leaves one file");
    assertEveryFlipIsFound("quire.db");
  }

  private void assertEveryFlipIsFound(String file) throws IOException {
    var random = new Random(42);
    int noticed = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      Path copy = killed(folder, temporary, file + flip);
      byte[] bytes = Files.readAllBytes(copy.resolve(file));
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(copy.resolve(file), bytes);
      noticed += isTold(copy, "bit in byte " + at + " of " + file) ? 1 : 0;
    }
    assertTrue(noticed > 0, "no flip hit anything that counts");
  }

  /// Whether something is missing; if so, it must be told.
  private static boolean isTold(Path folder, String what) {
    try (var journal = SqliteJournal.open(folder)) {
      var log = journal.read(BOOK);
      List<String> texts = log.map(JournalFolder::texts).orElse(List.of());
      assertEquals(changes(texts.size()), texts, what);
      boolean told =
          !journal.findings().isEmpty()
              || log.filter(each -> each.damage().isPresent()).isPresent();
      assertTrue(told || texts.size() == CHANGES, what + ": lost without a word");
      return told;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner = 'somebody'", "last_used = last_used - 4096", "item = 'x'"})
  void changedRowOfASessionIsToldOf(String change) throws Exception {
    Path copy = temporary.resolve("session");
    try (var journal = SqliteJournal.open(copy)) {
      journal.open(new SessionRow("ticket", "ann", BOOK, Instant.ofEpochSecond(1)));
      journal.used(Map.of("ticket", Instant.ofEpochSecond(2)));
    }
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("quire.db"));
        var statement = database.createStatement()) {
      assertEquals(1, statement.executeUpdate("update session set " + change));
    }
    try (var journal = SqliteJournal.open(copy)) {
      assertEquals(1, journal.findings().size());
      assertEquals(List.of(), journal.sessions());
    }
  }

  /// The server may be killed between finding the damage and telling of it.
  @Test
  void damageIsToldOfUntilSomebodyTakesAwayWhatIsLeft() throws IOException {
    Files.write(folder.resolve("quire.db"), new byte[8192]);
    Files.write(folder.resolve("quire.db-wal"), new byte[100]);
    try (var journal = SqliteJournal.open(folder)) {
      assertFalse(journal.findings().isEmpty());
    }
    Path left;
    try (var all = Files.list(folder)) {
      left =
          all.filter(each -> each.getFileName().toString().startsWith("damaged-"))
              .findFirst()
              .orElseThrow();
    }
    try (var journal = SqliteJournal.open(folder)) {
      assertTrue(journal.findings().getFirst().contains(left.toString()));
    }
    Files.move(left, temporary.resolve("taken away"));
    try (var journal = SqliteJournal.open(folder)) {
      assertEquals(List.of(), journal.findings());
    }
  }

  @Test
  void logCutOffAnywhereIsReported() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("quire.db-wal"));
    for (int cut = 1; cut <= 40; cut++) {
      Path copy = killed(folder, temporary, "cut" + cut);
      Files.write(
          copy.resolve("quire.db-wal"),
          Arrays.copyOf(whole, whole.length - cut * whole.length / 41));
      assertTrue(isTold(copy, "cut " + cut));
    }
  }

  @Test
  void tornRecordThatNobodyWasToldOfIsDroppedQuietly() throws IOException {
    var torn = new byte[3000];
    new Random(1).nextBytes(torn);
    Files.write(folder.resolve("quire.db-wal"), torn, StandardOpenOption.APPEND);
    try (var journal = SqliteJournal.open(folder)) {
      assertEquals(changes(CHANGES), texts(journal.read(BOOK).orElseThrow()));
      assertEquals(List.of(), journal.findings());
    }
  }

  @Test
  void missingLogIsReported() throws IOException {
    Files.delete(folder.resolve("quire.db-wal"));
    assertTrue(isTold(folder, "log removed"));
  }

  @Test
  void databaseThatIsNoneIsKeptAsideAndReported() throws IOException {
    Files.delete(folder.resolve("quire.db-wal"));
    Files.writeString(folder.resolve("quire.db"), "this is not a database".repeat(500));
    assertTrue(isTold(folder, "database overwritten"));
    try (var files = Files.list(folder)) {
      assertTrue(files.anyMatch(each -> each.getFileName().toString().startsWith("damaged-")));
    }
    try (var journal = SqliteJournal.open(folder)) {
      appendOneByOne(journal, BOOK, 3);
      assertEquals(changes(3), texts(journal.read(BOOK).orElseThrow()));
    }
  }
}
