package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a file had before, and how it comes back.
final class VersionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();
  private final String versions = book.item() + "/versions";

  private void uploads(byte[] content) {
    ann.send(Ask.put(book.item() + "/content", content)).is(200);
  }

  private List<String> ids() {
    return StreamSupport.stream(
            ann.send(Ask.get(versions)).is(200).json().getAsJsonArray("value").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(version -> version.get("id").getAsString())
        .toList();
  }

  private byte[] content(String id) {
    return ann.send(Ask.get(versions + "/" + id + "/content")).is(200).body();
  }

  private Reply restores(String id) {
    return ann.send(Ask.post(versions + "/" + id + "/restoreVersion"));
  }

  @Test
  void fileThatNobodyHasChangedHasOneVersion() {
    assertEquals(List.of("1.0"), ids());
    assertArrayEquals(book.content().get(), content("1.0"));
  }

  @Test
  void everyReplacementThroughTheDriveKeepsWhatWasThere() {
    byte[] first = book.content().get();
    byte[] second = Samples.with("A1", 7);
    byte[] third = Samples.with("A1", 8);
    uploads(second);
    uploads(third);
    assertEquals(List.of("3.0", "2.0", "1.0"), ids());
    assertArrayEquals(first, content("1.0"));
    assertArrayEquals(second, content("2.0"));
    assertArrayEquals(third, content("3.0"));
  }

  @Test
  void versionTellsItsSizeAndItsTime() {
    int size = book.content().get().length;
    uploads(Samples.with("A1", 7));
    Reply one = ann.send(Ask.get(versions + "/1.0")).is(200);
    assertEquals("1.0", one.member("id"));
    assertEquals(size, one.json().get("size").getAsInt());
    assertFalse(one.member("lastModifiedDateTime").isEmpty());
    assertEquals(
        1,
        ann.send(Ask.get(versions + "?$top=1&$select=id"))
            .is(200)
            .json()
            .getAsJsonArray("value")
            .size());
  }

  @Test
  void uploadOfTheSameBytesMakesNoVersion() {
    uploads(book.content().get());
    assertEquals(List.of("1.0"), ids());
  }

  @Test
  void workOnAWorkbookKeepsWhatWasThereBeforeIt() {
    byte[] before = book.content().get();
    OpenSession session = ann.opens(book).persistent();
    for (int n = 10; n < 15; n++) {
      session.writes("A1", n);
      SERVER.wait(Duration.ofSeconds(3));
      assertEquals(n, book.saved("A1"));
    }
    assertEquals(List.of("2.0", "1.0"), ids());
    assertArrayEquals(before, content("1.0"));
    assertEquals(14, BookFile.number(content("2.0"), "A1"));
  }

  @Test
  void longWorkIsKeptFromTimeToTime() {
    OpenSession session = ann.opens(book).persistent();
    for (int minute = 0; minute < 62; minute++) {
      session.writes("A1", minute);
      SERVER.wait(Duration.ofMinutes(1));
    }
    ids();
    assertEquals(List.of("4.0", "3.0", "2.0", "1.0"), ids());
    assertEquals(1, BookFile.number(content("1.0"), "A1"));
    assertEquals(61, BookFile.number(content("4.0"), "A1"));
  }

  @Test
  void readingAndForkedWorkMakeNoVersion() {
    ann.opens(book).nonPersistent().writes("A1", 10).close().is(204);
    ann.opens(book).persistent().writes("A1", 1).close().is(204);
    assertEquals(List.of("1.0"), ids());
  }

  @Test
  void restoringMakesTheOldContentTheNewestAndKeepsAllOthers() {
    byte[] first = book.content().get();
    byte[] second = Samples.with("A1", 7);
    uploads(second);
    restores("1.0").is(204);
    assertArrayEquals(first, book.content().get());
    assertEquals(List.of("3.0", "2.0", "1.0"), ids());
    assertArrayEquals(second, content("2.0"));
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void restoringUnderAnOpenSessionAnswers423() {
    uploads(Samples.with("A1", 7));
    OpenSession session = ann.opens(book).persistent().writes("A1", 9);
    restores("1.0").refuses(423, "notAllowed", "resourceLocked");
    assertEquals(9, session.reads("A1").getAsInt());
  }

  @Test
  void restoringUnderAnOpenSessionByIfMatchShowsItTheOldContent() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 9);
    ann.send(Ask.post(versions + "/1.0/restoreVersion").with("If-Match", "*")).is(204);
    assertEquals(1, session.reads("A1").getAsInt());
    assertEquals(9, BookFile.number(content("2.0"), "A1"));
  }

  @Test
  void currentVersionCannotBeRestored() {
    restores("1.0").is(400);
  }

  @Test
  void unknownVersionsAnswer404AndFoldersHaveNone() {
    ann.send(Ask.get(versions + "/9.0")).is(404);
    ann.send(Ask.get(versions + "/9.0/content")).is(404);
    restores("9.0").is(404);
    ann.send(Ask.get("/v1.0/me/drive/root/versions")).is(404);
  }

  @Test
  void versionsCannotBeChanged() {
    ann.send(Ask.of("DELETE", versions + "/1.0")).is(405);
    ann.send(Ask.put(versions + "/1.0/content", new byte[1])).is(405);
    ann.send(Ask.get(versions + "/1.0/restoreVersion")).is(405);
  }

  @Test
  void theyNeedThePermissionOfTheDrive() {
    uploads(Samples.with("A1", 7));
    User reader = SERVER.user("ann", "Files.Read");
    reader.send(Ask.get(versions)).is(200);
    reader.send(Ask.post(versions + "/1.0/restoreVersion")).is(403);
  }

  @Test
  void theyAreThereAfterARestartAndAfterAMove() throws CannotStart {
    byte[] first = book.content().get();
    uploads(Samples.with("A1", 7));
    SERVER.restarts();
    ann.send(Ask.patch(book.item(), "{\"name\":\"moved %s\"}".formatted(book.path()))).is(200);
    assertArrayEquals(first, content("1.0"));
  }

  @Test
  void theyGoWithTheFile() {
    uploads(Samples.with("A1", 7));
    ann.send(Ask.of("DELETE", book.item())).is(204);
    SERVER.needsToBeAlone("a cluster gives a new file of the same name another id");
    BookFile again = SERVER.book(book.path(), Samples.small());
    assertEquals(book.id(), again.id());
    assertEquals(List.of("1.0"), ids());
  }

  @Test
  void theOldestGoWhenThereAreTooMany() {
    for (int n = 0; n < 52; n++) {
      uploads(Samples.with("A1", n + 100));
    }
    List<String> ids = ids();
    assertEquals(51, ids.size());
    assertEquals("53.0", ids.getFirst());
    assertEquals("3.0", ids.getLast());
  }
}
