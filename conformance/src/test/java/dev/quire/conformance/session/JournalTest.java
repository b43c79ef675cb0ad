package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.FaultyJournal;
import dev.quire.conformance.fixture.FaultyJournal.Failing;
import dev.quire.conformance.fixture.FragileDrive;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.Incident;
import dev.quire.session.SessionSettings;
import dev.quire.store.Item;
import dev.quire.store.MemoryDrive;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.LogEntry;
import dev.quire.store.journal.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What has been acknowledged is there after a crash, and what cannot be kept is not acknowledged.
final class JournalTest {
  @TempDir Path folder;

  private final MemoryDrive memory = new MemoryDrive();
  private final FragileDrive drive = new FragileDrive(memory);
  private FaultyJournal journal;
  private DirectServer server;
  private User ann;
  private BookFile book;

  @BeforeEach
  void start() {
    journal = new FaultyJournal(SqliteJournal.open(folder));
    server = new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH, journal);
    ann = server.user("ann");
    book = server.book("Book.xlsx");
  }

  @AfterEach
  void stop() {
    server.close();
    journal.close();
  }

  private List<String> names() {
    return memory.children(memory.root().id()).stream().map(Item::name).toList();
  }

  private List<Incident.Kind> incidents() {
    return server.sessions().incidents().stream().map(Incident::kind).toList();
  }

  @Test
  void persistentSessionGoesOnAfterACrashUnderTheSameId() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    server.crashes();
    assertEquals(42, session.reads("B1").getAsInt());
    session.writes("A2", 50).close().is(204);
    assertEquals(90, book.saved("B1"));
    session.close().knowsNoSession();
  }

  @Test
  void firstAnswerAfterACrashSaysWhatWasRecovered() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40).writes("A2", 50);
    assertEquals(Optional.empty(), session.read("A1").is(200).header("x-quire-notice"));
    server.crashes();
    String notice = session.read("A1").is(200).header("x-quire-notice").orElseThrow();
    assertTrue(notice.contains(" 2 changes "), notice);
    assertEquals(Optional.empty(), session.read("A1").is(200).header("x-quire-notice"));
    assertEquals(
        Optional.empty(), ann.opens(book).persistent().read("A1").header("x-quire-notice"));
  }

  @Test
  void refusedRequestDoesNotUseUpWhatIsToBeSaid() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    server.crashes();
    session.read("nonsense").is(400);
    assertTrue(session.write("A1", 41).is(200).header("x-quire-notice").isPresent());
  }

  @Test
  void sessionThatWasClosedStaysClosedAfterACrash() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    session.close().is(204);
    server.crashes();
    session.read("A1").knowsNoSession();
  }

  @Test
  void nonPersistentSessionIsGoneAfterACrash() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 40);
    server.crashes();
    session.read("A1").knowsNoSession();
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void sessionThatWasIdleForTooLongBeforeTheCrashDoesNotComeBack() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    server.crashes();
    server.wait(Duration.ofMinutes(6));
    session.read("A1").knowsNoSession();
    assertEquals(40, book.saved("A1"));
  }

  @Test
  void recoveryIsReported() {
    ann.writes(book, "A1", 40).is(200);
    ann.writes(book, "A2", 41).is(200);
    server.crashes();
    Incident incident = server.sessions().incidents().getFirst();
    assertEquals(Incident.Kind.RECOVERED, incident.kind());
    assertEquals("Book.xlsx", incident.file());
    assertTrue(incident.message().startsWith("2 changes"), incident.message());
  }

  @Test
  void downloadRightAfterACrashHasAllThatWasAcknowledged() {
    ann.writes(book, "A1", 40).is(200);
    server.crashes();
    byte[] content = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    assertEquals(40, BookFile.number(content, "A1"));
  }

  @Test
  void editsNameTheSameWorksheetsAfterOthersWereDeletedAndSaved() {
    OpenSession session = ann.opens(book).persistent();
    session.send(Ask.post(book.workbook() + "/worksheets/add", "{\"name\":\"Third\"}")).is(201);
    session.send(Ask.of("DELETE", book.workbook() + "/worksheets/Other")).is(204);
    server.wait(Duration.ofSeconds(3)); // The file is saved, with other places for its sheets.
    String cell = book.workbook() + "/worksheets/Third/range(address='C3')";
    session.send(Ask.patch(cell, "{\"values\":[[7]]}")).is(200);
    server.crashes();
    session.writes("A2", 5);
    var third = session.send(Ask.get(cell + "?$select=values")).is(200).json().get("values");
    assertEquals("[[7]]", third.toString());
    assertEquals(5, session.reads("A2").getAsInt());
  }

  @Test
  void fileReplacedWhileTheServerWasDownIsNotOverwritten() {
    ann.writes(book, "A1", 40).is(200);
    server.overwrites(book, Samples.with("A1", 7));
    server.crashes();
    assertEquals(7, ann.reads(book, "A1").getAsInt());
    assertEquals(List.of(Incident.Kind.CONFLICT), incidents());
    String beside = names().getFirst();
    assertTrue(beside.startsWith("Book (changes of "), beside);
    byte[] rescued = memory.read(memory.findByPath(beside).orElseThrow().id()).bytes();
    assertEquals(40, BookFile.number(rescued, "A1"));
    server.crashes();
    assertEquals(2, names().size(), "it is rescued once");
  }

  @Test
  void changesOfAFileThatWasRemovedWhileTheServerWasDownAreKept() {
    ann.writes(book, "A1", 40).is(200);
    memory.delete(book.id(), Optional.empty());
    server.crashes();
    String beside = names().getFirst();
    byte[] rescued = memory.read(memory.findByPath(beside).orElseThrow().id()).bytes();
    assertEquals(40, BookFile.number(rescued, "A1"));
  }

  @Test
  void crashBetweenSavingAndNotingItAppliesNothingTwice() {
    OpenSession session = ann.opens(book).persistent();
    session.send(Ask.post(book.workbook() + "/worksheets/add", "{}")).is(201);
    journal.fails(Failing.BEFORE);
    session.close().is(503);
    journal.fails(Failing.NEVER);
    session.close().is(204);
    server.crashes();
    var sheets = ann.send(Ask.get(book.workbook() + "/worksheets?$select=name")).is(200);
    assertEquals(3, sheets.json().getAsJsonArray("value").size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Failing.class,
      names = {"BEFORE", "AFTER"})
  void writeThatIsNotDurableIsRefusedAndUndone(Failing how) {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    journal.fails(how);
    assertTrue(session.write("A1", 50).status() >= 500);
    assertEquals(40, session.reads("A1").getAsInt(), "what is read is what is durable");
    journal.fails(Failing.NEVER);
    session.writes("A2", 60);
    assertEquals(40, session.reads("A1").getAsInt());
    server.crashes();
    assertEquals(40, session.reads("A1").getAsInt());
    assertEquals(60, session.reads("A2").getAsInt());
  }

  @Test
  void sessionThatCannotBeKeptIsNotOpened() {
    journal.fails(Failing.BEFORE);
    ann.opens(book).sends("{\"persistChanges\":true}").is(503);
    ann.opens(book).sends("{\"persistChanges\":false}").is(201);
  }

  @Test
  void fullDriveDoesNotLoseWhatTheJournalHas() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    drive.full(true);
    server.wait(Duration.ofSeconds(3));
    session.writes("A2", 41).close().is(503);
    server.crashes();
    assertEquals(81, session.reads("B1").getAsInt());
    drive.full(false);
    session.close().is(204);
    assertEquals(81, book.saved("B1"));
  }

  @Test
  void recordThatCannotBeReadStopsTheReplayAndIsReported() {
    ann.writes(book, "A1", 40).is(200);
    var key = new BookKey("b!direct", book.id());
    var foreign = new LogEntry(2, new byte[] {99, 1, 2});
    journal.append(key, foreign, Optional.empty()).join();
    journal.append(key, new LogEntry(3, new byte[] {1}), Optional.empty()).join();
    server.crashes();
    assertEquals(40, ann.reads(book, "A1").getAsInt());
    Incident incident = server.sessions().incidents().getFirst();
    assertEquals(Incident.Kind.DAMAGED, incident.kind());
    assertTrue(incident.message().startsWith("2 acknowledged changes"), incident.message());
    ann.writes(book, "A2", 8).is(200);
    server.crashes();
    assertEquals(48, ann.reads(book, "B1").getAsInt());
  }
}
