package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.session.SessionSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How many sessions a workbook may have (semantics §1.2).
final class SessionLimitTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  @RegisterExtension
  static final WorkbookServer UNLIMITED =
      WorkbookServer.with(settings -> settings.with(unlimited()));

  private static SessionSettings unlimited() {
    SessionSettings usual = SessionSettings.GRAPH;
    return new SessionSettings(
        usual.persistentIdle(),
        usual.privateIdle(),
        OptionalInt.empty(),
        usual.quiet(),
        usual.bookIdle(),
        usual.operationLife());
  }

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @Test
  void session26OfAWorkbookAnswers429WithRetryAfter() {
    ann.opens(book).times(24, false);
    SERVER.user("bob").opens(book).persistent();
    Reply refused = ann.opens(book).sends("{}").refuses(429, "TooManyRequests", "");
    assertTrue(Integer.parseInt(refused.header("retry-after").orElseThrow()) > 0);
  }

  @Test
  void sessionsOfOtherWorkbooksDoNotCount() {
    ann.opens(book).times(25, false);
    ann.opens(SERVER.book()).nonPersistent();
  }

  @Test
  void closedSessionMakesRoom() {
    List<OpenSession> all = ann.opens(book).times(25, false);
    all.getFirst().close().is(204);
    ann.opens(book).nonPersistent();
  }

  @Test
  void expiredSessionMakesRoom() {
    ann.opens(book).times(25, false);
    SERVER.wait(Duration.ofMinutes(8));
    ann.opens(book).nonPersistent();
  }

  @Test
  void limitIsASetting() {
    User owner = UNLIMITED.user("ann");
    BookFile owned = UNLIMITED.book();
    List<OpenSession> all = owner.opens(owned).times(60, false);
    assertEquals(1, all.getLast().reads("A1").getAsInt());
  }
}
