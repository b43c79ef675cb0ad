package dev.quire.conformance.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.FragileDrive;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.Bounds;
import dev.quire.session.SessionSettings;
import dev.quire.store.MemoryDrive;
import dev.quire.store.journal.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose memory holds two small workbooks and not three.
final class MemoryBudgetTest {
  private static final long TWO_BOOKS = 200_000;

  @TempDir Path folder;

  private final FragileDrive drive = new FragileDrive(new MemoryDrive());
  private SqliteJournal journal;
  private DirectServer server;
  private User ann;
  private BookFile first;
  private BookFile second;
  private BookFile third;

  @BeforeEach
  void start() {
    journal = SqliteJournal.open(folder);
    Bounds bounds = SessionSettings.GRAPH.bounds().withWorkbookBytes(TWO_BOOKS);
    server =
        new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH.with(bounds), journal);
    ann = server.user("ann");
    first = server.book("First.xlsx");
    second = server.book("Second.xlsx");
    third = server.book("Third.xlsx");
  }

  @AfterEach
  void stop() {
    server.close();
    journal.close();
  }

  private void readsAll() {
    for (BookFile book : new BookFile[] {first, second, third}) {
      ann.reads(book, "A1");
      server.wait(Duration.ofSeconds(1));
    }
  }

  @Test
  void workbookThatWasNotUsedForTheLongestTimeMakesRoomForAnother() {
    readsAll();
    int reads = drive.reads();
    ann.reads(second, "A1");
    ann.reads(third, "A1");
    assertEquals(reads, drive.reads(), "these two are in memory");
    ann.reads(first, "A1");
    assertEquals(reads + 1, drive.reads(), "this one was read again");
  }

  @Test
  void persistentSessionOfAWorkbookThatLeftMemoryGoesOnUnderTheSameId() {
    OpenSession session = ann.opens(first).persistent().writes("A1", 40);
    server.wait(Duration.ofSeconds(1));
    readsAll();
    assertEquals(40, first.saved("A1"), "what it wrote is in the file");
    assertEquals(42, session.reads("B1").getAsInt());
    session.writes("A2", 50).close().is(204);
    assertEquals(50, first.saved("A2"));
    session.close().knowsNoSession();
  }

  @Test
  void sessionThatLeftMemoryExpiresWhenItWouldHaveExpired() {
    OpenSession session = ann.opens(first).persistent().writes("A1", 40);
    server.wait(Duration.ofSeconds(1));
    readsAll();
    server.wait(Duration.ofMinutes(5));
    session.read("A1").knowsNoSession();
  }

  @Test
  void sessionThatLeftMemoryGoesOnAfterACrash() {
    OpenSession session = ann.opens(first).persistent().writes("A1", 40);
    server.wait(Duration.ofSeconds(1));
    readsAll();
    server.crashes();
    assertEquals(42, session.reads("B1").getAsInt());
  }

  @Test
  void foreignUseOfASessionThatLeftMemoryIsRefused() {
    OpenSession session = ann.opens(first).persistent();
    server.wait(Duration.ofSeconds(1));
    readsAll();
    session.usedBy(server.user("bob")).read("A1").knowsNoSession();
    assertEquals(1, session.reads("A1").getAsInt());
  }

  @Test
  void privateCopiesStayAndWhoeverComesLaterIsToldToWait() {
    OpenSession one = ann.opens(first).nonPersistent().writes("A1", 40);
    OpenSession two = ann.opens(second).nonPersistent().writes("A1", 41);
    Reply refused = ann.opens(third).sends("{}").refuses(429, "TooManyRequests", "");
    assertTrue(Integer.parseInt(refused.header("retry-after").orElseThrow()) > 0);
    assertEquals(42, one.reads("B1").getAsInt());
    assertEquals(43, two.reads("B1").getAsInt());
    one.close().is(204);
    assertEquals(1, ann.reads(third, "A1").getAsInt());
  }

  @Test
  void workbookThatIsLargerThanTheMemoryIsOpenedWhenItIsAlone() {
    journal.close();
    server.close();
    Bounds little = SessionSettings.GRAPH.bounds().withWorkbookBytes(1);
    journal = SqliteJournal.open(folder);
    server =
        new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH.with(little), journal);
    ann = server.user("ann");
    readsAll();
    readsAll();
  }

  @Test
  void nothingIsWrittenOrOpenedWhileTheHeapIsFull() {
    OpenSession session = ann.opens(first).persistent();
    journal.close();
    server.close();
    Bounds full = SessionSettings.GRAPH.bounds().withHeapPercent(0);
    journal = SqliteJournal.open(folder);
    server =
        new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH.with(full), journal);
    ann = server.user("ann");
    OpenSession other = ann.opens(second).persistent();
    server.wait(Duration.ofSeconds(1));
    ann.opens(first).sends("{}").refuses(429, "TooManyRequests", "");
    other.write("A1", 3).refuses(429, "TooManyRequests", "");
    assertEquals(1, other.reads("A1").getAsInt(), "reading costs little");
    session.usedBy(ann).read("A1").knowsNoSession();
  }
}
