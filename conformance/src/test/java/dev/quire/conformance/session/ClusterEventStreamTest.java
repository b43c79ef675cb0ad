package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.EventReader;
import dev.quire.conformance.fixture.EventReader.Event;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The changes of a workbook as every server of a cluster tells them.
final class ClusterEventStreamTest {
  @RegisterExtension static final WorkbookServer CLUSTER = WorkbookServer.cluster();

  @BeforeEach
  void allServersRun() throws CannotStart {
    CLUSTER.restarts();
  }

  private User ann(URI server) {
    return CLUSTER.userAt(server, "ann");
  }

  private EventReader watches(BookFile book, URI server, String lastId) {
    String path = book.item().replace("/v1.0", "/events");
    return new EventReader(server, path, CLUSTER.user("ann"), lastId);
  }

  @Test
  void everyServerTellsThem() {
    BookFile book = CLUSTER.book();
    URI first = CLUSTER.urls().getFirst();
    URI second = CLUSTER.urls().getLast();
    try (EventReader here = watches(book, first, "");
        EventReader there = watches(book, second, "")) {
      assertEquals("ready", here.next().name());
      assertEquals("ready", there.next().name());
      assertEquals("text/event-stream", there.header("Content-Type"));
      ann(first).writes(book, "A1", 5).is(200);
      ann(second).writes(book, "A2", 6).is(200);
      for (String cell : new String[] {"A1", "A2"}) {
        Event near = here.next();
        assertEquals(cell, near.text("address"));
        assertEquals(near, there.next());
      }
      assertTrue(there.hasHeartbeat());
    }
  }

  @Test
  void readerGoesOnAtTheServerThatTookTheWorkbookOver() {
    BookFile book = CLUSTER.book();
    URI owner = CLUSTER.urls().getFirst();
    URI other = CLUSTER.urls().getLast();
    ann(owner).writes(book, "A1", 5).is(200);
    Event last;
    try (EventReader there = watches(book, other, "")) {
      there.next();
      ann(owner).writes(book, "A2", 6).is(200);
      last = there.next();
      CLUSTER.stops(0);
      assertEquals("stopping", there.next().text("reason"));
      assertTrue(there.ends());
    }
    try (EventReader there = watches(book, other, last.id())) {
      assertEquals(last.id(), there.next().id());
      ann(other).writes(book, "B2", 7).is(200);
      Event next = there.next();
      assertEquals("B2", next.text("address"));
      assertEquals(Long.parseLong(last.id()) + 1, Long.parseLong(next.id()));
    }
  }

  @Test
  void serverThatOnlyPassesThemOnStopsAtOnce() {
    BookFile book = CLUSTER.book();
    URI owner = CLUSTER.urls().getFirst();
    URI other = CLUSTER.urls().getLast();
    ann(owner).writes(book, "A1", 5).is(200);
    try (EventReader there = watches(book, other, "")) {
      there.next();
      long begun = System.nanoTime();
      CLUSTER.stops(1);
      assertTrue(there.ends());
      long seconds = (System.nanoTime() - begun) / 1_000_000_000;
      assertTrue(seconds < 20, () -> "took " + seconds + " s");
    }
    ann(owner).writes(book, "A2", 6).is(200);
  }
}
