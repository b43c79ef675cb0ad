package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// refreshSession (semantics §1.4).
final class RefreshSessionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @Test
  void answers204WithoutBody() {
    Reply reply = ann.opens(book).nonPersistent().refresh().is(204);
    assertEquals("", reply.text());
  }

  @Test
  void emptyObjectAsBodyIsAccepted() {
    OpenSession session = ann.opens(book).persistent();
    session.send(Ask.post(book.workbook() + "/refreshSession", "{}")).is(204);
  }

  @Test
  void withoutHeaderAnswers400() {
    ann.send(Ask.post(book.workbook() + "/refreshSession")).refuses(400, "UnknownError", "");
  }

  @Test
  @Covers("workbook action refreshSession()")
  void restartsTheInactivityClockOfAPersistentSession() {
    OpenSession session = ann.opens(book).persistent();
    for (int n = 0; n < 3; n++) {
      SERVER.wait(Duration.ofSeconds(299));
      session.refresh().is(204);
    }
    SERVER.wait(Duration.ofSeconds(300));
    session.refresh().knowsNoSession();
  }

  @Test
  void restartsTheInactivityClockOfANonPersistentSession() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 9);
    SERVER.wait(Duration.ofSeconds(419));
    session.refresh().is(204);
    SERVER.wait(Duration.ofSeconds(419));
    assertEquals(9, session.reads("A1").getAsInt());
  }

  @Test
  void keepsNonPersistentChanges() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 9);
    session.refresh().is(204);
    assertEquals(9, session.reads("A1").getAsInt());
  }
}
