package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The three modes: persistent, non-persistent, without a session (semantics §1.1).
final class SessionModesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final User bob = SERVER.user("bob");
  private final BookFile book = SERVER.book();

  @Test
  void sessionHeaderNameIgnoresCase() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 5);
    for (String name : new String[] {"Workbook-Session-Id", "WORKBOOK-SESSION-ID"}) {
      var reply = ann.send(Ask.get(book.cell("A1")).with(name, session.id())).is(200);
      assertEquals("[[5]]", reply.json().get("values").toString());
    }
  }

  @Test
  void blankSessionIdIsThatOfNoSession() {
    ann.send(Ask.patch(book.cell("A1"), "{\"values\":[[5]]}").in(" ")).knowsNoSession();
    assertEquals(1, bob.reads(book, "A1").getAsInt());
  }

  @Test
  void sessionlessWriteIsInTheContentWhenItIsAnswered() {
    ann.writes(book, "A1", 40).is(200);
    byte[] content = bob.send(Ask.get(book.item() + "/content")).is(200).body();
    assertEquals(40, BookFile.number(content, "A1"));
  }

  @Test
  void sessionlessWriteIsInTheFileAfterAQuietMoment() {
    ann.writes(book, "A1", 40).is(200);
    SERVER.wait(Duration.ofSeconds(2));
    assertEquals(40, book.saved("A1"));
    assertEquals(42, book.saved("B1"), "the formula's result is saved too");
  }

  @Test
  void sessionlessReadSeesSessionlessWriteOfOthers() {
    ann.writes(book, "A1", 40).is(200);
    assertEquals(42, bob.reads(book, "B1").getAsInt());
  }

  @Test
  void persistentWriteIsVisibleToSessionlessRequestsAtOnce() {
    ann.opens(book).persistent().writes("A1", 40);
    assertEquals(42, bob.reads(book, "B1").getAsInt());
  }

  @Test
  void persistentSessionsOfOneWorkbookShareOneLiveWorkbook() {
    OpenSession anns = ann.opens(book).persistent();
    OpenSession bobs = bob.opens(book).persistent();
    anns.writes("A1", 10);
    assertEquals(12, bobs.reads("B1").getAsInt());
    bobs.writes("A2", 20);
    assertEquals(30, anns.reads("B1").getAsInt());
  }

  @Test
  void persistentSessionSeesSessionlessWrites() {
    OpenSession session = ann.opens(book).persistent();
    bob.writes(book, "A1", 7).is(200);
    assertEquals(7, session.reads("A1").getAsInt());
  }

  @Test
  void closedPersistentSessionHasItsChangesInTheFile() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    session.close().is(204);
    assertEquals(40, book.saved("A1"));
    assertEquals(42, book.saved("B1"));
  }

  @Test
  void persistentChangesReachTheFileAfterAQuietMoment() {
    ann.opens(book).persistent().writes("A1", 40);
    SERVER.wait(Duration.ofSeconds(3));
    assertEquals(40, book.saved("A1"));
  }

  @Test
  void nonPersistentSessionNeverTouchesTheFile() {
    String before = book.sha();
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 40);
    assertEquals(42, session.reads("B1").getAsInt());
    SERVER.wait(Duration.ofSeconds(3));
    session.close().is(204);
    assertEquals(before, book.sha());
  }

  @Test
  void nonPersistentChangesAreSeenByNobodyElse() {
    OpenSession watching = bob.opens(book).nonPersistent();
    OpenSession persistent = bob.opens(book).persistent();
    ann.opens(book).nonPersistent().writes("A1", 40);
    assertEquals(1, bob.reads(book, "A1").getAsInt());
    assertEquals(1, watching.reads("A1").getAsInt());
    assertEquals(1, persistent.reads("A1").getAsInt());
    assertEquals(1, ann.opens(book).nonPersistent().reads("A1").getAsInt());
  }

  @Test
  void nonPersistentSessionStartsFromTheContentAtItsCreation() {
    OpenSession persistent = ann.opens(book).persistent().writes("A1", 10);
    OpenSession fork = bob.opens(book).nonPersistent();
    assertEquals(10, fork.reads("A1").getAsInt(), "unsaved changes of persistent sessions count");
    persistent.writes("A1", 20);
    bob.writes(book, "A2", 30).is(200);
    assertEquals(10, fork.reads("A1").getAsInt());
    assertEquals(2, fork.reads("A2").getAsInt());
  }

  @Test
  void nonPersistentChangesAreLostWhenTheSessionEnds() {
    ann.opens(book).nonPersistent().writes("A1", 40).close().is(204);
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void writesOfPersistentSessionsAreInOneOrder() throws InterruptedException {
    OpenSession anns = ann.opens(book).persistent();
    OpenSession bobs = bob.opens(book).persistent();
    anns.writes("A1", 0).send(Ask.patch(book.cell("C1"), "{\"values\":[[\"=A1+D1\"]]}")).is(200);
    Thread one = Thread.startVirtualThread(() -> count(anns, "A1"));
    Thread two = Thread.startVirtualThread(() -> count(bobs, "D1"));
    one.join();
    two.join();
    assertEquals(40, ann.reads(book, "C1").getAsInt());
  }

  private static void count(OpenSession session, String cell) {
    for (int n = 1; n <= 20; n++) {
      session.writes(cell, n);
    }
  }
}
