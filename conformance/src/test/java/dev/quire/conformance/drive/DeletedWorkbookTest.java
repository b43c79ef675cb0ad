package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A workbook that is deleted while sessions are open on it (semantics §1.6).
final class DeletedWorkbookTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private void delete() {
    ann.send(Ask.of("DELETE", book.item())).is(204);
  }

  private static void isGone(Reply reply) {
    reply.refuses(404, "ItemNotFound", "invalidSessionNotFound");
  }

  @Test
  void deleteAnswers204AndTheFileIsGone() {
    delete();
    assertFalse(Files.exists(SERVER.drive().resolve(book.path())));
    ann.send(Ask.get(book.item())).is(404);
  }

  @Test
  void sessionOfADeletedWorkbookAnswers404InvalidSessionNotFound() {
    OpenSession persistent = ann.opens(book).persistent().writes("A1", 4);
    OpenSession fork = ann.opens(book).nonPersistent();
    delete();
    isGone(persistent.read("A1"));
    isGone(persistent.write("A1", 5));
    isGone(persistent.refresh());
    isGone(fork.read("A1"));
    isGone(fork.refresh());
  }

  @Test
  void closeAfterDeletionAnswers404AndMakesNoNewFile() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 4);
    delete();
    isGone(session.close());
    SERVER.wait(Duration.ofMinutes(6));
    assertFalse(Files.exists(SERVER.drive().resolve(book.path())));
  }

  @Test
  void workbookDeletedByPathIsGoneForItsSessions() {
    String byPath = "/v1.0/me/drive/root:/" + book.path() + ":/workbook";
    OpenSession session = ann.opens(book).at(byPath).persistent();
    ann.send(Ask.of("DELETE", "/v1.0/me/drive/root:/" + book.path())).is(204);
    isGone(session.read("A1"));
  }

  @Test
  void workbookDeletedByAnotherProgramIsGoneForItsSessions() throws IOException {
    OpenSession session = ann.opens(book).persistent();
    Files.delete(SERVER.drive().resolve(book.path()));
    isGone(session.read("A1"));
  }

  @Test
  void sessionlessRequestToADeletedWorkbookAnswers404ItemNotFound() {
    delete();
    Reply reply = ann.send(Ask.get(book.cell("A1"))).is(404);
    assertEquals("itemnotfound", reply.code().toLowerCase(Locale.ROOT));
    assertEquals("", reply.innerCode());
  }

  @Test
  void foreignSessionIdOnADeletedWorkbookTellsNothing() {
    OpenSession session = ann.opens(book).persistent();
    delete();
    Reply foreign = session.usedBy(SERVER.user("bob")).read("A1").is(404);
    Reply unknown = session.withId("nonsense").read("A1").is(404);
    assertEquals(unknown.code(), foreign.code());
    assertEquals(unknown.innerCode(), foreign.innerCode());
  }

  @Test
  void newFileOfTheSameNameIsServedAfresh() {
    ann.opens(book).persistent().writes("A1", 4);
    delete();
    BookFile again = SERVER.book(book.path(), Samples.with("A1", 7));
    assertEquals(7, ann.reads(again, "A1").getAsInt());
    assertEquals(7, ann.opens(again).persistent().reads("A1").getAsInt());
  }
}
