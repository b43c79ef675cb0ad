package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A file that somebody has for himself.
final class CheckoutTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final User bob = SERVER.user("bob");
  private final BookFile book = SERVER.book();

  private Reply checksOut(User user) {
    return user.send(Ask.post(book.item() + "/checkout"));
  }

  private Reply checksIn(User user) {
    return user.send(Ask.post(book.item() + "/checkin", "{\"comment\":\"done\"}"));
  }

  private JsonObject publication() {
    return ann.send(Ask.get(book.item() + "?$select=id,publication"))
        .is(200)
        .json()
        .getAsJsonObject("publication");
  }

  private static void isLocked(Reply reply) {
    reply.refuses(423, "notAllowed", "resourceLocked");
  }

  @Test
  void othersCanReadAFileThatIsCheckedOutAndNotChangeIt() {
    OpenSession fork = ann.opens(book).nonPersistent();
    checksOut(ann).is(204);
    assertEquals(1, bob.reads(book, "A1").getAsInt());
    isLocked(bob.writes(book, "A1", 5));
    isLocked(bob.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))));
    isLocked(bob.send(Ask.patch(book.item(), "{\"name\":\"mine.xlsx\"}")));
    isLocked(bob.send(Ask.of("DELETE", book.item())));
    isLocked(bob.opens(book).persistent().write("A1", 5));
    bob.opens(book).nonPersistent().writes("A1", 6);
    fork.writes("A1", 6);
    assertEquals(1, book.saved("A1"));
  }

  @Test
  void whoeverHasItWorksOnAndGivesItBack() {
    checksOut(ann).is(204);
    checksOut(ann).is(204);
    ann.writes(book, "A1", 5).is(200);
    ann.opens(book).persistent().writes("A1", 6).close().is(204);
    checksIn(ann).is(204);
    assertEquals(6, book.saved("A1"));
    bob.writes(book, "A1", 7).is(200);
  }

  @Test
  void onlyOneHasItAtATime() {
    checksOut(ann).is(204);
    isLocked(checksOut(bob));
    isLocked(checksIn(bob));
    checksIn(ann).is(204);
    checksOut(bob).is(204);
    isLocked(ann.writes(book, "A1", 5));
  }

  @Test
  void fileThatOthersWorkOnCannotBeCheckedOut() {
    OpenSession session = bob.opens(book).persistent().writes("A1", 3);
    isLocked(checksOut(ann));
    session.close().is(204);
    checksOut(ann).is(204);
  }

  @Test
  void itemSaysWhoHasItToThoseWhoAsk() {
    assertEquals("published", publication().get("level").getAsString());
    checksOut(ann).is(204);
    assertEquals("checkout", publication().get("level").getAsString());
    JsonObject user = publication().getAsJsonObject("checkedOutBy").getAsJsonObject("user");
    assertEquals(ann.id(), user.get("id").getAsString());
    assertEquals("1.0", publication().get("versionId").getAsString());
    assertFalse(ann.send(Ask.get(book.item())).is(200).json().has("publication"));
  }

  @Test
  void itIsStillCheckedOutAfterARestart() throws CannotStart {
    checksOut(ann).is(204);
    SERVER.restarts();
    isLocked(SERVER.user("bob").writes(book, "A1", 5));
    SERVER.user("ann").writes(book, "A1", 5).is(200);
  }

  @Test
  void newFileOfTheSamePathIsNobodys() {
    checksOut(ann).is(204);
    ann.send(Ask.of("DELETE", book.item())).is(204);
    BookFile again = SERVER.book(book.path(), Samples.small());
    bob.writes(again, "A1", 5).is(200);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    checksIn(ann).is(400);
    ann.send(Ask.post("/v1.0/me/drive/root/checkout")).is(400);
    ann.send(Ask.get(book.item() + "/checkout")).is(405);
    checksOut(ann).is(204);
    ann.send(Ask.post(book.item() + "/checkin", "{\"checkInAs\":\"draft\"}")).is(501);
    SERVER.user("ann", "Files.Read").send(Ask.post(book.item() + "/checkin")).is(403);
  }
}
