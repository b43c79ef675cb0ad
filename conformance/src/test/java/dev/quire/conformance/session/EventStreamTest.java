package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.EventReader;
import dev.quire.conformance.fixture.EventReader.Event;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The changes of a workbook as they are made.
final class EventStreamTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();
  private final String path = book.item().replace("/v1.0", "/events");

  private EventReader watches(String lastId) {
    return new EventReader(SERVER.url(), path, ann, lastId);
  }

  @Test
  void durableChangesAreToldWithTheirPlaceInOrder() {
    try (EventReader reader = watches("")) {
      assertEquals(200, reader.status());
      assertEquals("text/event-stream", reader.header("Content-Type"));
      assertEquals("", reader.header("Content-Encoding"));
      assertEquals("ready", reader.next().name());
      ann.opens(book).persistent().writes("A1", 5).writes("A2", 6);
      ann.writes(book, "B2", 7).is(200);
      for (String cell : new String[] {"A1", "A2", "B2"}) {
        Event event = reader.next();
        assertEquals("edit", event.name());
        assertEquals("writeCells", event.text("kind"));
        assertEquals("Sheet1", event.text("sheet"));
        assertEquals(cell, event.text("address"));
        assertEquals(event.id(), event.text("sequence"));
      }
    }
  }

  @Test
  void forkedChangesAreNobodysBusiness() {
    try (EventReader reader = watches("")) {
      reader.next();
      ann.opens(book).nonPersistent().writes("A1", 5);
      ann.writes(book, "A2", 6).is(200);
      assertEquals("A2", reader.next().text("address"));
    }
  }

  @Test
  void readerWhoWasCutOffGoesOnWhereHeWas() {
    String last;
    try (EventReader reader = watches("")) {
      reader.next();
      ann.writes(book, "A1", 5).is(200);
      last = reader.next().id();
    }
    ann.writes(book, "A2", 6).is(200);
    SERVER.wait(Duration.ofSeconds(3)); // The file has it, and the journal no longer.
    ann.writes(book, "B2", 7).is(200);
    try (EventReader reader = watches(last)) {
      assertEquals("ready", reader.next().name());
      assertEquals("A2", reader.next().text("address"));
      assertEquals("B2", reader.next().text("address"));
      ann.writes(book, "A1", 8).is(200);
      assertEquals("A1", reader.next().text("address"));
    }
  }

  @Test
  void journalTellsWhatNobodyHasWatched() {
    ann.opens(book).persistent().writes("A1", 5).writes("A2", 6);
    try (EventReader reader = watches("1")) {
      assertEquals("2", reader.next().id());
      Event missed = reader.next();
      assertEquals("2", missed.id());
      assertEquals("A2", missed.text("address"));
    }
  }

  @Test
  void whatIsNoLongerKnownIsSaidToBeMissed() {
    ann.opens(book).persistent().writes("A1", 5).writes("A2", 6).close().is(204);
    try (EventReader reader = watches("1")) {
      assertEquals("ready", reader.next().name());
      Event missed = reader.next();
      assertEquals("missed", missed.name());
      assertEquals("2", missed.id());
    }
  }

  @Test
  void replacedAndDeletedFilesAreTold() {
    try (EventReader reader = watches("")) {
      reader.next();
      ann.reads(book, "A1");
      ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 9))).is(200);
      assertEquals("replaced", reader.next().name());
      ann.send(Ask.of("DELETE", book.item())).is(204);
      Event end = reader.next();
      assertEquals("end", end.name());
      assertEquals("deleted", end.text("reason"));
      assertTrue(reader.ends());
    }
  }

  @Test
  void silenceIsBrokenFromTimeToTime() {
    try (EventReader reader = watches("")) {
      assertTrue(reader.hasHeartbeat());
    }
  }

  @Test
  void streamsEndWhenTheServerStops() throws CannotStart {
    try (EventReader reader = watches("")) {
      reader.next();
      long begun = System.nanoTime();
      SERVER.restarts();
      assertEquals("stopping", reader.next().text("reason"));
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertTrue(seconds < 20, () -> "took " + seconds + " s");
    }
  }

  @Test
  void tooManyStreamsOfAUserAreRefused() {
    User bob = SERVER.user("bob");
    var readers = new ArrayList<EventReader>();
    try {
      for (int n = 0; n < 50; n++) {
        var reader = new EventReader(SERVER.url(), path, bob, "");
        readers.add(reader);
        assertEquals(200, reader.status());
      }
      bob.send(Ask.get(path)).is(429);
      readers.getFirst().close();
    } finally {
      readers.forEach(EventReader::close);
    }
  }

  @Test
  void streamsNeedATokenAPermissionAndAWorkbook() {
    SERVER.exchange().send(Ask.get(path)).is(401);
    SERVER.user("ann", "User.Read").send(Ask.get(path)).is(403);
    ann.send(Ask.get("/events/me/drive/root:/nothing.xlsx")).is(404);
    ann.send(Ask.get("/events/me/drive/root")).is(404);
    ann.send(Ask.post(path, "{}")).is(405);
    ann.send(Ask.get(path).with("Last-Event-ID", "yesterday")).is(400);
  }

  @Test
  void anyAddressOfTheFileWillDo() {
    String byPath = "/events/me/drive/root:/" + book.path() + ":/workbook";
    try (var reader = new EventReader(SERVER.url(), byPath, ann, "")) {
      assertEquals("ready", reader.next().name());
    }
  }
}
