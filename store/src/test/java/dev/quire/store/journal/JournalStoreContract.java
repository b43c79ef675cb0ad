package dev.quire.store.journal;

import static dev.quire.store.journal.JournalFolder.BOOK;
import static dev.quire.store.journal.JournalFolder.FILE;
import static dev.quire.store.journal.JournalFolder.append;
import static dev.quire.store.journal.JournalFolder.appendOneByOne;
import static dev.quire.store.journal.JournalFolder.changes;
import static dev.quire.store.journal.JournalFolder.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.store.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal promises. A back end's test extends this and says how to make one, and what a
/// run after a crash finds of it.
abstract class JournalStoreContract {
  static final BookKey OTHER = new BookKey("b!drive", "01OTHER");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private JournalStore journal;

  /// An empty journal, a new one for each test, that takes changes of [JournalFolder#BOOK] and
  /// [#OTHER].
  protected abstract JournalStore emptyJournal();

  /// What a run finds that begins when this one is killed now. Whoever makes it closes it.
  protected abstract JournalStore nextRun();

  @BeforeEach
  final void openJournal() {
    journal = emptyJournal();
  }

  @AfterEach
  final void closeJournal() {
    journal.close();
  }

  private BookLog afterCrash(BookKey book) {
    JournalStore next = nextRun();
    assertEquals(List.of(), next.findings());
    return next.read(book).orElseThrow();
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
  }

  @Test
  void settledChangesAreGone() {
    appendOneByOne(journal, BOOK, 5);
    var saved = new FileMark(3, "11", new byte[0]);
    journal.intend(BOOK, saved);
    assertEquals(Optional.of("11"), intended(journal));
    journal.settle(BOOK, saved).join();
    BookLog log = afterCrash(BOOK);
    assertEquals(List.of("change 4", "change 5"), texts(log));
    assertEquals(3, log.file().sequence());
    assertEquals(Optional.empty(), log.intended());
  }

  @Test
  void contentThatIsAboutToComeIsKnownAfterACrash() {
    appendOneByOne(journal, BOOK, 1);
    journal.intend(BOOK, new FileMark(1, "11", new byte[0]));
    assertEquals(Optional.of("11"), intended(nextRun()));
  }

  private static Optional<String> intended(JournalStore journal) {
    return journal.read(BOOK).orElseThrow().intended().map(FileMark::hash);
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
    var left = List.of(new SessionRow("t1", "ann", BOOK, NOON.plusSeconds(60)));
    JournalStore next = nextRun();
    assertEquals(left, next.sessions(BOOK));
    assertEquals(List.of(), next.sessions(OTHER));
  }

  @Test
  void forgottenFileLeavesNothing() {
    appendOneByOne(journal, BOOK, 4);
    journal.open(new SessionRow("t1", "ann", BOOK, NOON));
    journal.forget(BOOK, List.of(), NOON);
    assertEquals(Optional.empty(), journal.read(BOOK));
    assertEquals(List.of(), journal.sessions(BOOK));
  }

  @Test
  void sessionsOfForgottenFilesAreRememberedForTheirTime() {
    appendOneByOne(journal, BOOK, 1);
    var first = new LostSession("t1", "ann", NOON.plusSeconds(60));
    var second = new LostSession("t2", "bob", NOON.plusSeconds(180));
    journal.forget(BOOK, List.of(first), NOON);
    assertEquals(Optional.of(first), nextRun().lost("t1"));
    assertEquals(Optional.empty(), journal.lost("t2"));
    journal.forget(BOOK, List.of(second), NOON.plusSeconds(120));
    assertEquals(Optional.empty(), journal.lost("t1"));
    assertEquals(Optional.of(second), journal.lost("t2"));
  }

  @Test
  void entriesSetAsideStopNobody() {
    appendOneByOne(journal, BOOK, 5);
    journal.setAside(BOOK, 3, "unreadable");
    append(journal, BOOK, 3).join();
    assertEquals(changes(3), texts(afterCrash(BOOK)));
  }

  @Test
  void keptContentIsThereAfterACrashUntilItIsReleased() {
    appendOneByOne(journal, BOOK, 1);
    ByteBuffer content = ByteBuffer.wrap(new byte[] {1, 2, 3});
    String hash = Sha256.hex(content);
    journal.keep(BOOK, hash, content);
    journal.keep(BOOK, hash, content);
    assertEquals(content, nextRun().kept(BOOK, hash).orElseThrow());
    assertEquals(Optional.empty(), nextRun().kept(OTHER, hash));
  }

  @Test
  void keptContentIsGoneOnceItIsReleased() {
    appendOneByOne(journal, BOOK, 1);
    ByteBuffer content = ByteBuffer.wrap(new byte[] {1, 2, 3});
    String hash = Sha256.hex(content);
    journal.keep(BOOK, hash, content);
    journal.release(BOOK, hash);
    assertEquals(Optional.empty(), journal.kept(BOOK, hash));
  }

  /// Large enough for many pieces, and to lie beside the heap when it comes back.
  @Test
  void largeKeptContentComesBackWholeFromWhereverItLay() {
    appendOneByOne(journal, BOOK, 1);
    byte[] bytes = new byte[5_000_001];
    new Random(5).nextBytes(bytes);
    ByteBuffer beside = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    assertEquals(bytes.length, beside.position(), "which is not to mean anything");
    String hash = Sha256.hex(bytes);
    journal.keep(BOOK, hash, beside);
    String nothing = Sha256.hex(new byte[0]);
    journal.keep(OTHER, nothing, ByteBuffer.allocate(0));
    JournalStore next = nextRun();
    assertEquals(ByteBuffer.wrap(bytes), next.kept(BOOK, hash).orElseThrow());
    assertEquals(ByteBuffer.allocate(0), next.kept(OTHER, nothing).orElseThrow());
  }

  @Test
  void largeChangeComesBackWhole() {
    String large = "x".repeat(3 << 20);
    journal.append(BOOK, JournalFolder.entry(1, large), Optional.of(FILE)).join();
    assertEquals(List.of(large), texts(afterCrash(BOOK)));
  }
}
