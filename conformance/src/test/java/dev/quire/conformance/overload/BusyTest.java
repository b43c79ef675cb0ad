package dev.quire.conformance.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.FragileDrive;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.Bounds;
import dev.quire.session.SessionSettings;
import dev.quire.store.MemoryDrive;
import dev.quire.store.journal.SqliteJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits on what is done at a time. What is refused was not done, and may be sent again.
final class BusyTest {
  @TempDir Path folder;

  private final FragileDrive drive = new FragileDrive(new MemoryDrive());
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    drive.letsRead();
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  private DirectServer server(Bounds bounds) {
    var journal = SqliteJournal.open(folder);
    var server =
        new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH.with(bounds), journal);
    opened.add(journal);
    opened.add(server::close);
    return server;
  }

  /// Somebody reads a file of a drive that holds readers: the request is under way for as long.
  private CompletableFuture<Void> waits(User user, BookFile book) {
    var workers = Executors.newVirtualThreadPerTaskExecutor();
    opened.add(workers);
    return CompletableFuture.runAsync(() -> user.reads(book, "A1"), workers);
  }

  @Test
  void requestsOfAUserBeyondTheLimitAnswer429AndOthersGoOn() {
    DirectServer server = server(Bounds.USUAL.withRequests(1, 256));
    User ann = server.user("ann");
    BookFile slow = server.book("Slow.xlsx");
    BookFile open = server.book("Open.xlsx");
    ann.reads(open, "A1");
    drive.holdsReaders();
    var slowly = waits(ann, slow);
    drive.awaitsAReader();
    Reply refused = ann.writes(open, "A1", 3).refuses(429, "TooManyRequests", "");
    assertTrue(refused.header("retry-after").isPresent());
    assertEquals(1, server.user("bob").reads(open, "A1").getAsInt());
    drive.letsRead();
    slowly.join();
    ann.writes(open, "A1", 5).is(200);
  }

  @Test
  void requestsThatCrowdAWorkbookAnswer429AndOtherWorkbooksGoOn() {
    DirectServer server = server(Bounds.USUAL.withRequests(256, 1));
    User ann = server.user("ann");
    User bob = server.user("bob");
    BookFile slow = server.book("Slow.xlsx");
    BookFile open = server.book("Open.xlsx");
    ann.reads(open, "A1");
    drive.holdsReaders();
    var slowly = waits(ann, slow);
    drive.awaitsAReader();
    bob.writes(slow, "A1", 3)
        .refuses(429, "EditModeCannotAcquireLockTooManyRequests", "tooManyRequestsUncategorized");
    assertEquals(1, bob.reads(open, "A1").getAsInt());
    drive.letsRead();
    slowly.join();
    assertEquals(1, bob.reads(slow, "A1").getAsInt(), "what was refused was not done");
    bob.writes(slow, "A1", 3).is(200);
  }

  @Test
  void sessionsOfAUserBeyondTheLimitAnswer429WhateverTheWorkbook() {
    DirectServer server = server(Bounds.USUAL.withSessionsPerUser(3));
    User ann = server.user("ann");
    var last = ann.opens(server.book("One.xlsx")).times(2, true).getLast();
    BookFile two = server.book("Two.xlsx");
    ann.opens(two).nonPersistent();
    ann.opens(two).sends("{}").refuses(429, "TooManyRequests", "");
    server.user("bob").opens(two).nonPersistent();
    last.close().is(204);
    ann.opens(two).nonPersistent();
  }

  @Test
  void changesBeyondWhatMayWaitForTheJournalAnswer429() {
    DirectServer server = server(Bounds.USUAL.withJournalBacklog(0));
    User ann = server.user("ann");
    BookFile book = server.book("Book.xlsx");
    Reply refused = ann.writes(book, "A1", 7).refuses(429, "TooManyRequests", "");
    assertTrue(refused.header("retry-after").isPresent());
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }
}
