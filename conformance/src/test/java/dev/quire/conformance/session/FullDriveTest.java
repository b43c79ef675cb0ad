package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.FragileDrive;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.SessionSettings;
import dev.quire.store.MemoryDrive;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A drive that takes no bytes: close says so, keeps the session, and works later.
final class FullDriveTest {
  private final FragileDrive drive = new FragileDrive(new MemoryDrive());
  private final DirectServer server =
      new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH);
  private final User ann = server.user("ann");
  private final BookFile book = server.book("Book.xlsx");

  @AfterEach
  void stop() {
    drive.full(false);
    server.close();
  }

  @Test
  void closeAnswers503WithTheReasonWhileTheDriveIsFull() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    drive.full(true);
    Reply refused = session.close().is(503);
    assertEquals("serviceUnavailableUncategorized", refused.innerCode());
    assertTrue(refused.message().contains("no space left"), refused.message());
    assertTrue(refused.header("retry-after").isPresent());
  }

  @Test
  void sessionStaysOpenWithItsChangesAndALaterCloseSavesThem() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    String before = book.sha();
    drive.full(true);
    session.close().is(503);
    assertEquals(before, book.sha());
    assertEquals(42, session.reads("B1").getAsInt());
    session.writes("A2", 60);
    drive.full(false);
    session.close().is(204);
    assertEquals(40, book.saved("A1"));
    assertEquals(60, book.saved("A2"));
    session.close().knowsNoSession();
  }

  @Test
  void sessionlessWriteThatCannotBeSavedIsUndone() {
    drive.full(true);
    ann.writes(book, "A1", 40).is(503);
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    drive.full(false);
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    assertEquals(1, book.saved("A1"));
  }

  @Test
  void expiredSessionIsSavedAsSoonAsTheDriveTakesBytesAgain() {
    ann.opens(book).persistent().writes("A1", 40);
    drive.full(true);
    server.wait(Duration.ofMinutes(6));
    assertEquals(1, book.saved("A1"));
    assertEquals(40, ann.reads(book, "A1").getAsInt());
    drive.full(false);
    server.wait(Duration.ofSeconds(3));
    assertEquals(40, book.saved("A1"));
  }

  @Test
  void afterASlowRefusalTheNextSaveWaitsTenTimesAsLong() {
    ann.opens(book).persistent().writes("A1", 40);
    drive.full(true);
    drive.beforeRefusal(() -> server.wait(Duration.ofSeconds(10)));
    server.wait(Duration.ofSeconds(3));
    int refusals = drive.refusals();
    assertTrue(refusals > 0, "it was tried");
    server.wait(Duration.ofSeconds(50));
    assertEquals(refusals, drive.refusals());
    drive.full(false);
    assertEquals(1, book.saved("A1"));
    server.wait(Duration.ofSeconds(51));
    assertEquals(40, book.saved("A1"));
  }

  @Test
  void nonPersistentSessionClosesWhileTheDriveIsFull() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 40);
    drive.full(true);
    session.close().is(204);
  }

  @Test
  void unchangedPersistentSessionClosesWhileTheDriveIsFull() {
    OpenSession session = ann.opens(book).persistent();
    drive.full(true);
    session.close().is(204);
  }
}
