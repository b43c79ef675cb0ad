package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.FaultyJournal;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.BookRef;
import dev.quire.session.SessionSettings;
import dev.quire.session.Sessions;
import dev.quire.store.FolderDrive;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import dev.quire.store.cluster.Tenant;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.SqliteJournal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change of a drive that a crash interrupts has happened wholly or not at all, and so has what
/// belongs to it: the changes that the journal has, and the sessions. Each was found by `./quire
/// torture` or `./quire cluster-torture`.
final class CrashedChangesTest {
  @TempDir Path home;

  private Path files;
  private FolderDrive drive;
  private FaultyJournal journal;
  private DirectServer server;
  private User ann;
  private BookFile book;

  @BeforeEach
  void start() throws IOException {
    files = Files.createDirectory(home.resolve("files"));
    drive = FolderDrive.open(files, home.resolve("state"));
    journal = new FaultyJournal(SqliteJournal.open(home.resolve("journal")));
    server = server();
    ann = server.user("ann");
    book = server.book("Book.xlsx");
  }

  private DirectServer server() {
    return new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH, journal);
  }

  @AfterEach
  void stop() {
    server.close();
    journal.close();
  }

  private List<String> names() {
    return drive.children(drive.root().id()).stream().map(Item::name).toList();
  }

  private BookRef ref() {
    return new BookRef(book.driveId(), drive, book.id());
  }

  /// Deletes as the server does, and ends in the middle of it.
  private void deletes(Runnable untilTheEnd) {
    var end = new AssertionError("the server ends here");
    AssertionError ended =
        assertThrows(
            AssertionError.class,
            () ->
                server
                    .sessions()
                    .files()
                    .remove(
                        List.of(ref()),
                        () -> {
                          untilTheEnd.run();
                          throw end;
                        }));
    assertEquals(end, ended);
    server.crashes();
  }

  @Test
  void deletionThatACrashInterruptedTakesTheChangesAndTheSessionsWithIt() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    deletes(() -> drive.delete(book.id(), Optional.empty()));
    assertEquals(List.of(), names());
    session.refresh().refuses(404, "ItemNotFound", "invalidSessionNotFound");
  }

  @Test
  void deletionThatACrashPreventedLeavesAllAsItWas() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    deletes(() -> {});
    assertEquals(40, session.reads("A1").getAsInt());
    session.writes("A1", 41).close().is(204);
    assertEquals(41, book.saved("A1"));
    assertEquals(List.of("Book.xlsx"), names());
  }

  @Test
  void newFileInThePlaceOfOneWhoseDeletionACrashInterruptedIsNoConflict() {
    ann.writes(book, "A1", 40).is(200);
    deletes(() -> {
      drive.delete(book.id(), Optional.empty());
      drive.create(
          drive.root().id(), "Book.xlsx", new ByteArrayInputStream(Sessions.blankWorkbook()));
    });
    assertEquals(List.of("Book.xlsx"), names());
    assertEquals("", ann.reads(book, "A1").getAsString());
  }

  /// As when the workbook is being brought back after a crash at the time of its deletion.
  @Test
  void deletionIsNotForgottenByWhoeverOpensTheFileMeanwhile() {
    ann.writes(book, "A1", 40).is(200);
    deletes(() -> {
      try (DirectServer other = server()) {
        assertEquals(40, other.user("ann").reads(book, "A1").getAsInt());
        drive.delete(book.id(), Optional.empty());
      }
    });
    assertEquals(List.of(), names());
  }

  @Test
  void deletionThatWasRefusedDoesNotLetChangesBeForgottenLater() throws IOException {
    ann.writes(book, "A1", 40).is(200);
    assertThrows(
        StoreFault.Unwritable.class,
        () ->
            server
                .sessions()
                .files()
                .remove(
                    List.of(ref()),
                    () -> {
                      throw new StoreFault.Unwritable("Book.xlsx", "it is write-protected");
                    }));
    Files.delete(files.resolve("Book.xlsx"));
    server.crashes();
    assertEquals(1, names().stream().filter(name -> name.contains("changes of")).count());
  }

  @Test
  void sessionOfADeletedFileIsNotOneOfTheNextFileInItsPlace() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    ann.send(Ask.of("DELETE", book.item())).is(204);
    BookFile next = server.book("Book.xlsx");
    assertEquals(book.id(), next.id());
    session.refresh().refuses(404, "ItemNotFound", "invalidSessionNotFound");
    server.crashes();
    session.refresh().refuses(404, "ItemNotFound", "invalidSessionNotFound");
  }

  @Test
  void uploadRightAfterASaveIsNoConflictAfterACrash() {
    ann.writes(book, "A1", 40).is(200);
    journal.isSlow();
    ann.send(Ask.put(book.item() + "/content", Samples.small())).is(200);
    journal.crashes();
    server.crashes();
    assertEquals(List.of("Book.xlsx"), names());
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void contentOfAWorkbookThatCameFromAnotherServerHasTheChangesThatItsFileLacks() {
    try (DirectServer successor = server()) {
      successor.sessions().recover(_ -> Optional.of(drive)); // before there is anything
      ann.writes(book, "A1", 40).is(200);
      Tenant tenant = successor.sessions().tenant(_ -> Optional.of(drive));
      tenant.arrived(new BookKey(book.driveId(), book.id()));
      byte[] content = successor.user("ann").send(Ask.get(book.item() + "/content")).is(200).body();
      assertEquals(40, BookFile.number(content, "A1"));
    }
  }

  /// It would be one of changes that its successor has saved.
  @Test
  void serverWhoseTurnIsOverMakesNoConflictFile() {
    ann.writes(book, "A1", 40).is(200);
    server.overwrites(book, Samples.small());
    journal.turnIsOver();
    server.wait(Duration.ofMinutes(1));
    assertEquals(List.of("Book.xlsx"), names());
    server.crashes();
    assertEquals(List.of("Book.xlsx"), names());
  }
}
