package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files that somebody else changes while they are open, and servers that stop: nothing is lost and
/// nothing is overwritten silently.
final class SavingTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  /// What another program makes of the file: a seven in A1.
  private byte[] changedOutside() throws IOException {
    byte[] other = Samples.with("A1", 7);
    Files.write(path(), other);
    return other;
  }

  private Path path() {
    return SERVER.drive().resolve(book.path());
  }

  @Test
  void closeOfAFileChangedOnDiskAnswers409AndOverwritesNothing() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    byte[] other = changedOutside();
    session.close().refuses(409, "AccessConflict", "accessConflict");
    assertArrayEquals(other, book.content().get());
  }

  @Test
  void conflictNamesTheFile() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    changedOutside();
    String message = session.close().message();
    assertTrue(message.contains(book.path()), message);
  }

  @Test
  void sessionStaysOpenAfterAConflict() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    changedOutside();
    session.close().is(409);
    assertEquals(40, session.reads("A1").getAsInt());
    session.refresh().is(204);
    session.close().is(409);
  }

  @Test
  void conflictIsNotInTheWayOfOthers() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    changedOutside();
    session.close().is(409);
    assertEquals(7, ann.reads(book, "A1").getAsInt());
    ann.opens(book).persistent().writes("A2", 3).close().is(204);
    assertEquals(7, book.saved("A1"));
    assertEquals(3, book.saved("A2"));
    assertEquals(40, session.reads("A1").getAsInt(), "it still sees what it wrote");
  }

  @Test
  void conflictNamesTheFileWithTheChanges() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    changedOutside();
    String message = session.close().message();
    String beside = message.replaceFirst("(?s).* are in '", "").replaceFirst("(?s)'.*", "");
    assertEquals(40, SERVER.locate(beside, ann).saved("A1"));
  }

  @Test
  void writeIntoASessionWhoseFileWasChangedAnswers409() throws IOException {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    changedOutside();
    session.write("A2", 50).refuses(409, "AccessConflict", "accessConflict");
    assertEquals(2, session.reads("A2").getAsInt());
  }

  @Test
  void changesOfAnExpiredSessionInConflictAreKeptBesideTheFile() throws IOException {
    ann.opens(book).persistent().writes("A1", 40);
    byte[] other = changedOutside();
    SERVER.wait(Duration.ofMinutes(6));
    assertArrayEquals(other, book.content().get());
    String stem = book.path().replace(".xlsx", " (changes of ");
    List<String> rescued =
        names(ann.send(Ask.get("/v1.0/me/drive/root/children?$select=name"))).stream()
            .filter(name -> name.startsWith(stem))
            .toList();
    assertEquals(1, rescued.size(), "one file with the changes");
    assertEquals(40, SERVER.locate(rescued.getFirst(), ann).saved("A1"));
    assertEquals(7, ann.reads(book, "A1").getAsInt());
  }

  private static List<String> names(Reply children) {
    return StreamSupport.stream(
            children.is(200).json().getAsJsonArray("value").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(item -> item.get("name").getAsString())
        .toList();
  }

  @Test
  void unchangedPersistentSessionFollowsTheFile() throws IOException {
    OpenSession session = ann.opens(book).persistent();
    assertEquals(1, session.reads("A1").getAsInt());
    byte[] other = changedOutside();
    assertEquals(7, session.reads("A1").getAsInt());
    session.close().is(204);
    assertArrayEquals(other, book.content().get());
  }

  @Test
  void nonPersistentSessionKeepsItsContentWhenTheFileChanges() throws IOException {
    OpenSession session = ann.opens(book).nonPersistent();
    changedOutside();
    assertEquals(1, session.reads("A1").getAsInt());
    session.writes("A1", 3).close().is(204);
    assertEquals(7, book.saved("A1"));
  }

  @Test
  void sessionlessRequestSeesTheChangedFile() throws IOException {
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    changedOutside();
    assertEquals(7, ann.reads(book, "A1").getAsInt());
    ann.writes(book, "A2", 8).is(200);
    SERVER.wait(Duration.ofSeconds(2));
    assertEquals(7, book.saved("A1"));
    assertEquals(8, book.saved("A2"));
  }

  @Test
  void savedFileIsOpenedAgainAfterARestart() throws CannotStart {
    ann.opens(book).persistent().writes("A1", 40).close().is(204);
    SERVER.restarts();
    assertEquals(42, ann.reads(book, "B1").getAsInt());
  }

  @Test
  void stoppingTheServerSavesPersistentSessionsAndEndsThem() throws CannotStart {
    SERVER.needsToBeAlone("persistent sessions of a cluster go on when servers stop");
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    SERVER.restarts();
    assertEquals(40, book.saved("A1"));
    session.close().knowsNoSession();
  }

  @Test
  void stoppingTheServerForgetsNonPersistentSessions() throws CannotStart {
    String before = book.sha();
    ann.opens(book).nonPersistent().writes("A1", 40);
    SERVER.restarts();
    assertEquals(before, book.sha());
  }

  @Test
  void savingLeavesNoOtherFilesBehind() throws IOException {
    ann.opens(book).persistent().writes("A1", 40).close().is(204);
    try (var files = Files.list(SERVER.drive())) {
      assertEquals(
          List.of(),
          files.map(file -> file.getFileName().toString()).filter(n -> n.startsWith(".")).toList());
    }
  }
}
