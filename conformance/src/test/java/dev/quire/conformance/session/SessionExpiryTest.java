package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.session.SessionSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Inactivity (semantics §1.6).
final class SessionExpiryTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  @RegisterExtension
  static final WorkbookServer HASTY =
      WorkbookServer.with(settings -> settings.with(idle(Duration.ofSeconds(20))));

  private static SessionSettings idle(Duration idle) {
    SessionSettings usual = SessionSettings.GRAPH;
    return new SessionSettings(
        idle,
        idle.multipliedBy(2),
        usual.perWorkbook(),
        usual.quiet(),
        usual.bookIdle(),
        usual.operationLife());
  }

  private static final Duration BLINK = Duration.ofMillis(1);

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @Test
  void persistentSessionLivesFiveMinutesWithoutARequest() {
    OpenSession session = ann.opens(book).persistent();
    SERVER.wait(Duration.ofMinutes(5).minus(BLINK));
    session.reads("A1");
    SERVER.wait(Duration.ofMinutes(5));
    session.read("A1").knowsNoSession();
  }

  @Test
  void nonPersistentSessionLivesSevenMinutesWithoutARequest() {
    OpenSession session = ann.opens(book).nonPersistent();
    SERVER.wait(Duration.ofMinutes(7).minus(BLINK));
    session.reads("A1");
    SERVER.wait(Duration.ofMinutes(7));
    session.read("A1").knowsNoSession();
  }

  @Test
  void anyRequestWithTheIdRestartsTheClock() {
    OpenSession session = ann.opens(book).persistent();
    for (Ask each :
        new Ask[] {
          Ask.get(book.workbook() + "/worksheets"),
          Ask.patch(book.cell("A1"), "{\"values\":[[3]]}"),
          Ask.get(book.workbook() + "/names"),
          Ask.post(book.workbook() + "/refreshSession")
        }) {
      SERVER.wait(Duration.ofMinutes(4));
      session.send(each);
    }
    SERVER.wait(Duration.ofMinutes(4));
    session.refresh().is(204);
  }

  @Test
  void refusedRequestWithTheIdRestartsTheClockToo() {
    OpenSession session = ann.opens(book).persistent();
    SERVER.wait(Duration.ofMinutes(4));
    session.send(Ask.get(book.workbook() + "/worksheets/Nowhere")).is(404);
    SERVER.wait(Duration.ofMinutes(4));
    session.refresh().is(204);
  }

  @Test
  void bothTimesAreSettings() {
    User ben = HASTY.user("ben");
    BookFile other = HASTY.book();
    OpenSession persistent = ben.opens(other).persistent();
    OpenSession fork = ben.opens(other).nonPersistent();
    HASTY.wait(Duration.ofSeconds(20));
    persistent.refresh().knowsNoSession();
    fork.refresh().is(204);
    HASTY.wait(Duration.ofSeconds(40));
    fork.refresh().knowsNoSession();
  }

  @Test
  void sessionlessRequestsKeepNoSessionAlive() {
    OpenSession session = ann.opens(book).persistent();
    SERVER.wait(Duration.ofMinutes(4));
    ann.reads(book, "A1");
    SERVER.wait(Duration.ofMinutes(1));
    session.refresh().knowsNoSession();
  }

  @Test
  void expiryOfAPersistentSessionSavesIt() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    SERVER.wait(Duration.ofMinutes(5));
    assertEquals(42, book.saved("B1"));
    session.close().knowsNoSession();
    assertEquals(40, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void expiryOfANonPersistentSessionDropsItsCopy() {
    String before = book.sha();
    ann.opens(book).nonPersistent().writes("A1", 40);
    SERVER.wait(Duration.ofMinutes(7));
    assertEquals(before, book.sha());
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void expiredSessionStaysExpiredAfterOtherRequests() {
    OpenSession session = ann.opens(book).persistent();
    SERVER.wait(Duration.ofMinutes(5));
    session.refresh().knowsNoSession();
    session.refresh().knowsNoSession();
    ann.opens(book).persistent().refresh().is(204);
  }
}
