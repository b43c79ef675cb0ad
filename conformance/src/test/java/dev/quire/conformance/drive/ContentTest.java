package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The bytes of a workbook through the drive, while sessions are open on it.
final class ContentTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private Reply content() {
    return ann.send(Ask.get(book.item() + "/content")).is(200);
  }

  private Reply put(byte[] bytes) {
    return ann.send(Ask.put(book.item() + "/content", bytes));
  }

  @Test
  void contentIsTheFileByteForByte() {
    assertArrayEquals(book.content().get(), content().body());
  }

  @Test
  void contentIncludesEveryAcknowledgedPersistentWrite() {
    OpenSession session = ann.opens(book).persistent();
    for (int n = 10; n < 13; n++) {
      session.writes("A1", n);
      assertEquals(n, BookFile.number(content().body(), "A1"));
      assertEquals(n + 2, BookFile.number(content().body(), "B1"));
    }
    session.close().is(204);
  }

  @Test
  void contentHasNothingOfNonPersistentSessions() {
    String before = book.sha();
    ann.opens(book).nonPersistent().writes("A1", 10);
    assertEquals(1, BookFile.number(content().body(), "A1"));
    assertEquals(before, book.sha());
  }

  @Test
  void contentIsServedByPathToo() {
    byte[] byPath =
        ann.send(Ask.get("/v1.0/me/drive/root:/" + book.path() + ":/content")).is(200).body();
    assertArrayEquals(book.content().get(), byPath);
  }

  @Test
  void putWhileASessionIsOpenAnswers423() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 10);
    put(Samples.with("A1", 7)).refuses(423, "notAllowed", "resourceLocked");
    session.close().is(204);
    assertEquals(10, book.saved("A1"));
  }

  @Test
  void putWithIfMatchOfTheCurrentETagReplacesUnderAnOpenSession() {
    OpenSession session = ann.opens(book).persistent();
    String tag = ann.send(Ask.get(book.item())).is(200).member("eTag");
    byte[] other = Samples.with("A1", 7);
    ann.send(Ask.put(book.item() + "/content", other).with("If-Match", tag)).is(200);
    assertArrayEquals(other, book.content().get());
    assertEquals(7, session.reads("A1").getAsInt());
  }

  @Test
  void putWithIfMatchOfAnyTagReplacesUnderAnOpenSession() {
    OpenSession session = ann.opens(book).persistent();
    byte[] other = Samples.with("A1", 8);
    ann.send(Ask.put(book.item() + "/content", other).with("If-Match", "*")).is(200);
    assertEquals(8, session.reads("A1").getAsInt());
  }

  @Test
  void putWithIfMatchOfAnOldETagAnswers412() {
    String tag = ann.send(Ask.get(book.item())).is(200).member("eTag");
    ann.writes(book, "A1", 9).is(200);
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7)).with("If-Match", tag))
        .refuses(412, "resourceModified", "");
    assertEquals(9, book.saved("A1"));
  }

  @Test
  void putWithIfMatchDoesNotLoseUnsavedWrites() {
    String tag = ann.send(Ask.get(book.item())).is(200).member("eTag");
    ann.opens(book).persistent().writes("A1", 9);
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7)).with("If-Match", tag))
        .is(412);
    assertEquals(9, book.saved("A1"));
  }

  @Test
  void putAfterTheLastSessionReplacesTheFile() {
    ann.opens(book).persistent().writes("A1", 10).close().is(204);
    put(Samples.with("A1", 7)).is(200);
    assertEquals(7, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void putAfterExpiryReplacesTheFile() {
    ann.opens(book).persistent();
    SERVER.wait(Duration.ofMinutes(5));
    put(Samples.with("A1", 7)).is(200);
  }

  @Test
  void putToAFreePathUploadsANewWorkbook() {
    byte[] bytes = Samples.with("A1", 77);
    Reply created =
        ann.send(Ask.put("/v1.0/me/drive/root:/uploaded%20one.xlsx:/content", bytes)).is(201);
    assertEquals("uploaded one.xlsx", created.member("name"));
    BookFile uploaded = SERVER.locate("uploaded one.xlsx", ann);
    assertEquals(uploaded.id(), created.member("id"));
    assertEquals(77, ann.opens(uploaded).nonPersistent().reads("A1").getAsInt());
  }

  @Test
  void putOfNothingMakesABlankWorkbook() {
    String item = "/v1.0/me/drive/root:/Empty.xlsx:";
    ann.send(Ask.put(item + "/content", new byte[0])).is(201);
    assertEquals(
        "Sheet1", ann.send(Ask.get(item + "/workbook/worksheets/Sheet1")).is(200).member("name"));
    ann.send(Ask.patch(item + "/workbook/worksheets/Sheet1/range(address='A1')", "{\"values\":7}"))
        .is(200);
    byte[] written = ann.send(Ask.get(item + "/content")).is(200).body();
    assertEquals(7, BookFile.number(written, "A1"));
  }

  @Test
  void tagsChangeWithTheContentAndTheIdDoesNot() {
    Reply before = ann.send(Ask.get(book.item())).is(200);
    ann.opens(book).persistent().writes("A1", 5).close().is(204);
    Reply after = ann.send(Ask.get(book.item())).is(200);
    assertEquals(before.member("id"), after.member("id"));
    assertNotEquals(before.member("eTag"), after.member("eTag"));
    assertNotEquals(before.member("cTag"), after.member("cTag"));
  }

  @Test
  void nonPersistentSessionLeavesTheTagsAsTheyWere() {
    String before = ann.send(Ask.get(book.item())).is(200).member("eTag");
    ann.opens(book).nonPersistent().writes("A1", 5).close().is(204);
    assertEquals(before, ann.send(Ask.get(book.item())).is(200).member("eTag"));
  }

  @Test
  void idsSurviveARestart() throws CannotStart {
    String tag = ann.send(Ask.get(book.item())).is(200).member("eTag");
    SERVER.restarts();
    BookFile again = SERVER.locate(book.path(), ann);
    assertEquals(book.id(), again.id());
    assertEquals(book.driveId(), again.driveId());
    assertEquals(tag, ann.send(Ask.get(book.item())).is(200).member("eTag"));
  }
}
